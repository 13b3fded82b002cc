namespace CrossAccess.Core.Tests.Diagnosis;

/// <summary>What the Sandbox has no hand for.</summary>
public sealed class ClientAccessDiagnosisTests
{
    [Fact]
    public async Task A_user_who_is_disabled_keeps_the_assignment_and_does_not_get_in()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        Principal jane = provider.Aws.Directory.AddUser("jane");
        await provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly"));
        await provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.User, "jane"));
        Assert.Equal(LinkResult.Pass, (await ExamineAsync(provider, "jane"))[AccessLink.Principal].Result);

        provider.Aws.Directory.Disable(jane);

        Dictionary<AccessLink, ClientAccessLink> links = await ExamineAsync(provider, "jane");
        ClientAccessLink failed = Assert.Single(links.Values, link => link.Result == LinkResult.Fail);
        Assert.Equal(AccessLink.Principal, failed.Link);
        Assert.Contains("disabled", failed.Reason, StringComparison.Ordinal);
        Assert.Contains("Enable user access", failed.Fix, StringComparison.Ordinal);
        Assert.Equal(LinkResult.Pass, links[AccessLink.Assignment].Result);
    }

    [Fact]
    public async Task What_many_chains_share_is_asked_once()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        provider.Aws.Directory.AddUser("jane");
        await provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly"));
        ClientAccessDiagnosis diagnosis = NewDiagnosis(provider);
        provider.Log.Clear();

        foreach (int _ in Enumerable.Range(0, 5)) await diagnosis.ExamineAsync(Question("jane"), provider.Activity, FakeProvider.Cancellation);

        Assert.Equal(1, provider.Log.Count("sso:ListPermissionSetsProvisionedToAccount outdated"));
        Assert.Equal(1, provider.Log.Count("identitystore:ListUsers by UserName"));
    }

    private static async Task<Dictionary<AccessLink, ClientAccessLink>> ExamineAsync(FakeProvider provider, string user) =>
        (await NewDiagnosis(provider).ExamineAsync(Question(user), provider.Activity, FakeProvider.Cancellation)).ToDictionary(link => link.Link);

    private static ClientAccessQuestion Question(string user) => new("Abc", "ReadOnly") { PrincipalName = user };

    private static ClientAccessDiagnosis NewDiagnosis(FakeProvider fake)
    {
        Provider provider = fake.NewProvider();
        return new ClientAccessDiagnosis(provider, new PermissionSetIndex(provider), new Principals(provider), new RemoteAccounts(provider));
    }
}
