namespace CrossAccess.Core.Tests.Diagnosis;

/// <summary>
/// What AWS adds to a refusal where both accounts are of one organization, which no stand-in for AWS says:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
/// </summary>
public sealed class EntryLinkTests
{
    private static readonly AccessLink[] Unseen = [AccessLink.PermissionSetPolicy, AccessLink.Deny, AccessLink.Trust, AccessLink.TrustConditions];

    [Theory]
    [InlineData("because no identity-based policy allows the sts:AssumeRole action", AccessLink.PermissionSetPolicy)]
    [InlineData("with an explicit deny in an identity-based policy", AccessLink.Deny)]
    [InlineData("because no resource-based policy allows the sts:AssumeRole action", AccessLink.Trust)]
    [InlineData("with an explicit deny in a resource-based policy", AccessLink.TrustConditions)]
    public void The_side_that_AWS_names_is_the_one_that_fails(string words, AccessLink link)
    {
        ChainFindings findings = Judged(words);

        Finding failed = Assert.Single(findings.InOrder, finding => finding.Result == LinkResult.Fail);
        Assert.Equal(link, failed.Link);
        Assert.Contains(words, failed.Reason, StringComparison.Ordinal);
        Assert.NotNull(failed.Fix);
        Assert.Contains($"while {link} does not hold", findings.Of(AccessLink.Entry).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with an explicit deny in a service control policy")]
    [InlineData("with an explicit deny in a resource control policy")]
    [InlineData("")]
    public void What_is_neither_sides_is_the_entrys_own(string words)
    {
        ChainFindings findings = Judged(words);

        Finding failed = Assert.Single(findings.InOrder, finding => finding.Result == LinkResult.Fail);
        Assert.Equal(AccessLink.Entry, failed.Link);
        Assert.Contains(words, failed.Reason, StringComparison.Ordinal);
        Assert.Contains("PermissionSetPolicy, Deny, Trust, TrustConditions", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_was_read_to_hold_is_not_overruled_by_words()
    {
        ChainFindings findings = Judged("because no identity-based policy allows the sts:AssumeRole action", passes: AccessLink.PermissionSetPolicy);

        Assert.Equal(LinkResult.Pass, findings.Of(AccessLink.PermissionSetPolicy).Result);
        Assert.Equal(LinkResult.Fail, findings.Of(AccessLink.Entry).Result);
    }

    [Fact]
    public void A_name_from_the_directory_is_no_command()
    {
        var remedies = new Remedies(Chain("x'; Remove-Item / -Recurse; '\u2019\u202e\n"));

        Assert.Equal("Grant-ClientAccess Abc -Tier ReadOnly -User 'x''; Remove-Item / -Recurse; ''\u2019\u2019··'", remedies.Grant);
    }

    private static ChainFindings Judged(string words, AccessLink? passes = null)
    {
        var findings = new ChainFindings();
        foreach (AccessLink link in Unseen)
        {
            if (link == passes) findings.Pass(link, "It was read.");
            else findings.Unknown(link, "It was not read.");
        }
        AccessChain chain = Chain("ana");
        var refusal = new ClientAccessException(ClientAccessError.ClientAccessDenied, $"User: x is not authorized to perform: sts:AssumeRole on resource: y {words}".Trim());
        new EntryLink(chain, new Remedies(chain), findings).Judge(new EntryAttempt { Refusal = refusal });
        return findings;
    }

    private static AccessChain Chain(string name) => new(new RoleTarget("Abc", "ReadOnly", "222222222222", null, new InventoryRole("arn:aws:iam::222222222222:role/not-made-here")), null, PrincipalType.User, name, null)
    {
        Caller = EnteringCaller.Of("aws", "eu-west-1", "111111111111", "AbcReadOnly", name),
        Now = DateTimeOffset.UnixEpoch,
    };
}
