namespace CrossAccess.Core.Tests;

public sealed class AssumableRolesTests
{
    private const string Role = "arn:aws:iam::222222222222:role/acme-read-only";
    private const string Other = "arn:aws:iam::333333333333:role/partners/Reader";

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    [InlineData("""{"Effect":"Allow","Action":["s3:Get*","sts:assumerole"],"Resource":["arn:aws:s3:::bucket/*","arn:aws:iam::222222222222:role/acme-read-only","arn:aws:iam::222222222222:user/ana"]}""")]
    [InlineData("""{"Effect":"Allow","Action":"sts:*","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    public void However_it_is_written_the_role_is_found(string statement)
    {
        AssumableRole role = Assert.Single(Read(statement));

        Assert.Equal((Role, Role, "222222222222"), (role.Role?.ToString(), role.Resource, role.AccountId));
        Assert.Empty(role.ConditionKeys);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"sts:TagSession","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","NotAction":"sts:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:sts::222222222222:assumed-role/x/y"}""")]
    [InlineData("""{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    public void What_lets_nothing_be_assumed_gives_none(string statement) => Assert.Empty(Read(statement));

    [Fact]
    public void A_pattern_tells_its_account_where_it_has_one_and_no_role()
    {
        IReadOnlyList<AssumableRole> roles = Read("""{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["arn:aws:iam::*:role/x","arn:aws:iam::222222222222:role/acme-*","arn:aws:iam::222222222222:role/${aws:username}","*"]}""");

        Assert.All(roles, role => Assert.Null(role.Role));
        Assert.Equal([null, "222222222222", "222222222222", null], roles.Select(role => role.AccountId));
        Assert.True(roles[1].TakesIn("arn:aws:iam::222222222222:role/acme-x") && !roles[1].TakesIn("arn:aws:iam::222222222222:role/other"));
    }

    [Fact]
    public void An_exception_takes_in_all_but_what_it_names()
    {
        AssumableRole role = Assert.Single(Read("""{"Effect":"Allow","Action":"sts:AssumeRole","NotResource":"arn:aws:iam::222222222222:role/acme-read-only"}"""));

        Assert.True(role.IsExcluding && role.Role is null && role.AccountId is null);
        Assert.True(role.TakesIn(Other) && !role.TakesIn(Role));
    }

    [Fact]
    public void A_condition_is_told_unless_another_statement_allows_the_same_without_one()
    {
        const string guarded = """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""";

        Assert.Equal(["aws:SourceIp", "aws:MultiFactorAuthPresent"], Assert.Single(Read(guarded)).ConditionKeys);
        Assert.Empty(Assert.Single(Read(guarded, """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")).ConditionKeys);
    }

    [Fact]
    public void What_is_denied_outright_is_left_out_and_what_is_denied_at_times_is_not()
    {
        const string allowed = """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["arn:aws:iam::222222222222:role/acme-read-only","arn:aws:iam::333333333333:role/partners/Reader"]}""";

        Assert.Equal([Other], Read(allowed, """{"Effect":"Deny","Action":"sts:*","Resource":"arn:aws:iam::222222222222:role/*"}""").Select(role => role.Resource));
        Assert.Equal(2, Read(allowed, """{"Effect":"Deny","Action":"sts:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}}""").Count);
    }

    [Fact]
    public void A_role_that_others_allow_under_a_condition_is_not_allowed_beside_it()
    {
        const string guarded = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}""";

        PermissionSetPolicy policy = PermissionSetPolicy.Read(guarded).With(Role);

        Assert.Equal(PolicyDocument.Parse(guarded), policy.ToDocument());
        Assert.Equal([Other], policy.With(Other).RoleArns);
    }

    private static IReadOnlyList<AssumableRole> Read(params string[] statements) =>
        AssumableRoles.In([$$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}"""]);
}
