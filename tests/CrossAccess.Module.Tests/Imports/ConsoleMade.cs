using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Imports;

/// <summary>
/// What years of work by hand in the console leave behind: permission sets and roles under the habits of several people, no
/// tags, and trust in the home account as a whole. It is made once with the AWS CLI, a command for each click's request, and
/// rests in a file; every test goes on from a copy of its own.
/// </summary>
public sealed class ConsoleMade : IDisposable
{
    private const string Accounts = "-ClientAccount 222222222222, 333333333333, 444444444444, 555555555555";
    private const string Admin = "sandbox-admin";
    private const string Assume = "\"sts:AssumeRole\"";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-");

    public ConsoleMade()
    {
        AwsCli.SkipWhereMissing();
        using var aws = new SandboxSession($"{Accounts} -StatePath '{StatePath}'", initialize: null);
        string home = aws.Sandbox.HomeAccountId;
        string trust = Trust(home, "");
        MakeRole("222222222222", "/", "msp-readonly", trust, "ReadOnlyAccess");
        MakeRole("222222222222", "/", "msp-admin", Trust(home, ""","Condition":{"StringEquals":{"sts:ExternalId":"abc-42"}}"""), "AdministratorAccess");
        MakeRole("333333333333", "/partners/", "Reader", trust, "ReadOnlyAccess");
        MakeRole("444444444444", "/", "Power", trust, "PowerUserAccess");
        MakeRole("555555555555", "/", "acme-read-only", trust, "ReadOnlyAccess");

        string store = aws.Sandbox.IdentityStoreId;
        (string, string) engineers = ("GROUP", IdOf(store, "list-groups", "Groups[?DisplayName=='Engineers'].GroupId"));
        (string, string) support = ("GROUP", IdOf(store, "list-groups", "Groups[?DisplayName=='Support'].GroupId"));
        (string, string) ana = ("USER", IdOf(store, "list-users", "Users[?UserName=='ana'].UserId"));
        string instance = aws.Sandbox.InstanceArn;
        MakeSet("Abc-ReadOnly", Assume, "\"arn:aws:iam::222222222222:role/msp-readonly\"", engineers);
        MakeSet("abc_admin", Assume, "[\"arn:aws:iam::222222222222:role/msp-admin\"]", ana);
        MakeSet("ReadOnly-GlobexCorp", "[\"sts:AssumeRole\",\"sts:TagSession\"]", "\"arn:aws:iam::333333333333:role/partners/Reader\"", support);
        MakeSet("MSP-Client-12-PowerUser", Assume, "\"arn:aws:iam::444444444444:role/Power\"", engineers);
        MakeSet("InitechReadOnly", Assume, "\"arn:aws:iam::555555555555:role/acme-read-only\"", engineers);
        MakeSet("AllClients-Viewer", Assume, "[\"arn:aws:iam::222222222222:role/msp-readonly\",\"arn:aws:iam::333333333333:role/partners/Reader\"]", support);
        MakeSet("Emergency", Assume, "\"arn:aws:iam::*:role/msp-admin\"", ana);
        MakeSet("HomeFiles", "\"s3:*\"", "\"*\"", engineers);

        void MakeSet(string name, string actions, string resources, (string Type, string Id) principal)
        {
            string arn = (string)AwsCli.Run(Admin, "sso-admin", "create-permission-set", "--instance-arn", instance, "--name", name)["PermissionSet"]!["PermissionSetArn"]!;
            string[] of = ["--instance-arn", instance, "--permission-set-arn", arn];
            AwsCli.Run(Admin, ["sso-admin", "put-inline-policy-to-permission-set", .. of, "--inline-policy", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":{{actions}},"Resource":{{resources}}}]}"""]);
            AwsCli.Run(Admin, ["sso-admin", "create-account-assignment", .. of, "--target-id", home, "--target-type", "AWS_ACCOUNT", "--principal-type", principal.Type, "--principal-id", principal.Id]);
        }
    }

    private string StatePath => Path.Combine(_folder.FullName, "console.json");

    /// <summary>The company acme is set up and has recorded no client.</summary>
    internal SandboxSession Open(string parameters = "")
    {
        string copy = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.json");
        File.Copy(StatePath, copy);
        return new SandboxSession($"-StatePath '{copy}' {parameters}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Trust(string home, string condition) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{home}}:root"},"Action":"sts:AssumeRole"{{condition}}}]}""";

    private static void MakeRole(string account, string path, string name, string trust, string policy)
    {
        string profile = SandboxSession.ProfileOf(account);
        AwsCli.Run(profile, "iam", "create-role", "--path", path, "--role-name", name, "--assume-role-policy-document", trust);
        AwsCli.Run(profile, "iam", "attach-role-policy", "--role-name", name, "--policy-arn", $"arn:aws:iam::aws:policy/{policy}");
    }

    private static string IdOf(string store, string operation, string query) =>
        (string)Assert.Single(AwsCli.Run(Admin, "identitystore", operation, "--identity-store-id", store, "--query", query).AsArray())!;
}
