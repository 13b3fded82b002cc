using System.Text.Json.Nodes;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Sandbox.Tests.Clients;

/// <summary>The same onboarding against moto_server, another's reading of AWS, and against the Sandbox.</summary>
public sealed class MotoComparisonTests
{
    /// <summary>What moto answers where AWS, and so the Sandbox, refuses; everything else is the same.</summary>
    private static readonly Dictionary<string, (string Sandbox, string Moto)> Laxities = new()
    {
        ["a second permission set of that name"] = ("ConflictException", "accepted"),
        ["a permission set's name with a space"] = ("ValidationException", "accepted"),
        ["a session of half an hour"] = ("ValidationException", "accepted"),
        ["an inline policy that is none"] = ("ValidationException", "accepted"),
        ["a trust in a role that there is not"] = ("MalformedPolicyDocument", "accepted"),
        ["entering without being allowed to"] = ("AccessDenied", "accepted"),
        ["deleting a permission set that is assigned"] = ("ConflictException", "accepted"),
        ["a wrong secret"] = ("SignatureDoesNotMatch", "accepted"),
        // Not laxity but a fault: moto finds no tags of permission sets.
        ["the tags of a permission set"] = ("accepted", "500"),
    };

    [Fact]
    public async Task An_onboarding_leaves_the_same_behind_and_only_known_laxities_tell_moto_from_the_Sandbox()
    {
        Assert.SkipUnless(Command.HasBoto3(), "python3 with boto3 is not installed here.");
        Assert.SkipUnless(MotoServer.Missing is null, MotoServer.Missing ?? "");
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        using MotoServer moto = await MotoServer.StartAsync();
        AccessKey admin = sandbox.AdministratorOf(sandbox.AdminAccountId);
        AccessKey client = sandbox.AdministratorOf(sandbox.ClientAccountIds[0]);
        string group = sandbox.Groups.First(static found => found.DisplayName == "Engineers").GroupId;

        JsonNode here = await OnboardAsync(sandbox, sandbox.EndpointUrl, group, sandbox.IdentityStoreId, admin, client);
        JsonNode there = await OnboardAsync(sandbox, moto.Url, "-", "-", new AccessKey("AKIAIOSFODNN7EXAMPLE", "any"), new AccessKey("AKIAIOSFODNN7EXAMPLE", "any"));

        Assert.Equal(there["resources"]!.ToJsonString(), here["resources"]!.ToJsonString());
        Assert.Equal(Laxities.OrderBy(static laxity => laxity.Key, StringComparer.Ordinal), Differences(here["answers"]!.AsObject(), there["answers"]!.AsObject()));
    }

    private static IEnumerable<KeyValuePair<string, (string, string)>> Differences(JsonObject here, JsonObject there)
        => here.Select(answer => KeyValuePair.Create(answer.Key, (answer.Value!.GetValue<string>(), there[answer.Key]!.GetValue<string>())))
            .Where(static answer => answer.Value.Item1 != answer.Value.Item2)
            .OrderBy(static answer => answer.Key, StringComparer.Ordinal);

    private static async Task<JsonNode> OnboardAsync(CrossAccessSandbox sandbox, string url, string group, string store, AccessKey admin, AccessKey client)
    {
        (int exitCode, string output, string errors) = await Command.RunAsync(
            sandbox, null, "python3", Path.Combine(AppContext.BaseDirectory, "Clients", "onboarding.py"),
            url, sandbox.Region, sandbox.HomeAccountId, group, store, admin.AccessKeyId, admin.SecretAccessKey, client.AccessKeyId, client.SecretAccessKey);
        Assert.True(exitCode == 0, errors);
        return JsonNode.Parse(output)!;
    }
}
