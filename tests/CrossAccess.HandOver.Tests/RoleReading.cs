using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.HandOver.Tests;

/// <summary>Roles as IAM describes them to boto3, each as text that is the same for roles that are the same in two accounts.</summary>
internal static class RoleReading
{
    private const string Script = """
        import ast, boto3, json, sys
        iam = boto3.Session(profile_name=sys.argv[1]).client("iam")
        # moto keeps a stack's inline policy as Python's own text of it.
        read = lambda document: ast.literal_eval(document) if isinstance(document, str) else document
        roles = []
        for name in sys.argv[2:]:
            role = iam.get_role(RoleName=name)["Role"]
            roles.append({
                "Path": role["Path"], "RoleName": role["RoleName"], "Description": role.get("Description"), "MaxSessionDuration": role["MaxSessionDuration"],
                "Trust": role["AssumeRolePolicyDocument"],
                "PermissionsBoundary": role.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn"),
                "Tags": {tag["Key"]: tag["Value"] for tag in role.get("Tags", [])},
                "Attached": sorted(policy["PolicyArn"] for policy in iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]),
                "Inline": {policy: read(iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]) for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]}})
        print(json.dumps(roles, sort_keys=True))
        """;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static void SkipWhereMissing() =>
        Assert.SkipUnless(Program.Exists("python3") && Run("import boto3").ExitCode == 0, "boto3 is not installed for python3: pip install boto3 to have roles read back.");

    public static IReadOnlyList<string> Of(string profile, params string[] roleNames)
    {
        (int exitCode, string output, string errors) = Run([Script, profile, .. roleNames]);
        Assert.True(exitCode == 0, errors);
        return [.. JsonNode.Parse(output)!.AsArray().Select(role => role!.ToJsonString(Readable))];
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments) =>
        ForkedPython.RunAsync(new ProcessStartInfo("python3", ["-c", .. arguments]), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
