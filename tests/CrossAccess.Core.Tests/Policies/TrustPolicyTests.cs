namespace CrossAccess.Core.Tests;

public sealed class TrustPolicyTests
{
    private static readonly TrustPolicyTerms PermissionSet = new("aws", FakeProvider.Home, TrustScope.PermissionSet, "AbcReadOnly");

    [Fact]
    public void PermissionSet_scope_trusts_the_sets_own_roles_alone_and_pins_the_source_identity() =>
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"CrossAccessHome","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AbcReadOnly_????????????????","arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AbcReadOnly_????????????????"]}}},{"Sid":"CrossAccessSourceIdentity","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:SetSourceIdentity","Condition":{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AbcReadOnly_????????????????","arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AbcReadOnly_????????????????"]},"StringLike":{"aws:userid":"*:${sts:SourceIdentity}"}}}]}""",
            TrustPolicy.Create(PermissionSet).ToString());

    [Fact]
    public void Account_scope_trusts_homes_root_without_a_condition() =>
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"CrossAccessHome","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}]}""",
            TrustPolicy.Create(PermissionSet with { Scope = TrustScope.Account }).ToString());

    [Fact]
    public void Each_form_of_path_ends_in_exactly_sixteen_question_marks_and_has_no_star_before_the_set()
    {
        string[] patterns = [.. PrincipalsOf(TrustPolicy.Create(PermissionSet).Statements[0])];
        Assert.Equal(2, patterns.Length);
        Assert.All(patterns, pattern => Assert.EndsWith("/AWSReservedSSO_AbcReadOnly_" + new string('?', 16), pattern, StringComparison.Ordinal));
        Assert.All(patterns, pattern => Assert.DoesNotContain("*AWSReservedSSO", pattern, StringComparison.Ordinal));
        Assert.Equal(["", "*/"], patterns.Select(pattern => pattern["arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/".Length..pattern.IndexOf("AWSReserved", StringComparison.Ordinal)]));
    }

    [Fact]
    public void The_pinned_statement_repeats_the_condition_on_the_principal()
    {
        PolicyDocument trust = TrustPolicy.Create(PermissionSet);
        Assert.Equal(PrincipalsOf(trust.Statements[0]), PrincipalsOf(trust.Statements[1]));
    }

    [Theory]
    [InlineData(TrustScope.PermissionSet)]
    [InlineData(TrustScope.Account)]
    public void An_external_id_is_asked_for_by_every_statement_that_lets_in(TrustScope scope)
    {
        PolicyDocument trust = TrustPolicy.Create(PermissionSet with { Scope = scope, ExternalId = "abc:42", TrustedRoleArns = ["arn:aws:iam::111111111111:role/runbook"] });
        var entering = trust.Statements.Where(statement => (string?)statement["Action"] == "sts:AssumeRole").ToArray();
        Assert.Equal(2, entering.Length);
        Assert.All(entering, statement => Assert.Equal("abc:42", (string?)statement["Condition"]!["StringEquals"]!["sts:ExternalId"]));
    }

    [Fact]
    public void Trusted_roles_get_a_statement_of_their_own_for_AssumeRole_alone()
    {
        PolicyDocument trust = TrustPolicy.Create(PermissionSet with { TrustedRoleArns = ["arn:aws:iam::111111111111:role/runbook", "arn:aws:iam::111111111111:role/break-glass"] });
        Assert.Equal(
            """{"Sid":"CrossAccessTrustedRoles","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"ArnEquals":{"aws:PrincipalArn":["arn:aws:iam::111111111111:role/break-glass","arn:aws:iam::111111111111:role/runbook"]}}}""",
            trust.Statements[2].ToJsonString());
    }

    [Theory]
    [InlineData("aws-cn")]
    [InlineData("aws-us-gov")]
    [InlineData("aws-eusc")]
    public void Every_ARN_is_of_the_partition(string partition)
    {
        string trust = TrustPolicy.Create(PermissionSet with { Partition = partition }).ToString();
        Assert.DoesNotContain("arn:aws:", trust, StringComparison.Ordinal);
        Assert.Equal(6, trust.Split($"arn:{partition}:iam::111111111111:").Length - 1);
    }

    [Fact]
    public void The_longest_names_fit_into_the_quota_that_every_account_has() =>
        Assert.InRange(TrustPolicy.Create(new TrustPolicyTerms("aws-us-gov", FakeProvider.Home, TrustScope.PermissionSet, new string('n', 32)) { ExternalId = new string('e', 64) }).Size, 1, TrustPolicy.DefaultLimit);

    private static IEnumerable<string> PrincipalsOf(System.Text.Json.Nodes.JsonObject statement) =>
        statement["Condition"]!["ArnLike"]!["aws:PrincipalArn"]!.AsArray().Select(node => (string)node!);
}
