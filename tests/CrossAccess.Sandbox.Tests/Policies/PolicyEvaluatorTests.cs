using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Tests.Policies;

public sealed class PolicyEvaluatorTests
{
    private const string Logic = "IAM User Guide: Policy evaluation logic";
    private const string Elements = "IAM User Guide: IAM JSON policy elements";
    private const string Operators = "IAM User Guide: IAM JSON policy elements: Condition operators";
    private const string MultiValued = "IAM User Guide: Conditions with multiple context keys or values; Set operators for multivalued context keys";
    private const string Variables = "IAM User Guide: IAM policy elements: Variables and tags";
    private const string Arns = "IAM User Guide: IAM JSON policy elements: Resource; ARN condition operators";

    /// <summary>The request of every row.</summary>
    private static readonly RequestContext Request = new RequestContext()
        .Set("aws:PrincipalArn", "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef")
        .Set("aws:PrincipalAccount", "111111111111")
        .Set("aws:PrincipalOrgID", "o-abc123")
        .Set("aws:userid", "AROAEXAMPLE:ana")
        .Set("sts:SourceIdentity", "ana")
        .Set("aws:PrincipalTag/team", "blue")
        .Set("aws:CurrentTime", "2026-03-01T12:00:00Z")
        .Set("aws:TokenIssueTime", "2026-03-01T11:00:00Z")
        .Set("aws:MultiFactorAuthPresent", "false")
        .Set("aws:SourceIp", "10.0.0.7")
        .Set("aws:TagKeys", ["a", "b"])
        .Set("sts:RoleSessionName", "star*");

    public static TheoryData<string, string, bool> Conditions => new()
    {
        { Operators, """{"StringEquals":{"aws:PrincipalAccount":"111111111111"}}""", true },
        { Operators, """{"StringEquals":{"aws:PrincipalAccount":["222222222222","111111111111"]}}""", true },
        { Operators, """{"StringEquals":{"AWS:principalaccount":"111111111111"}}""", true },
        { Operators, """{"StringEquals":{"aws:PrincipalTag/team":"Blue"}}""", false },
        { Operators, """{"StringEquals":{"aws:PrincipalTag/team":"bl*"}}""", false },
        { Operators, """{"StringEqualsIgnoreCase":{"aws:PrincipalTag/team":"BLUE"}}""", true },
        { Operators, """{"StringNotEqualsIgnoreCase":{"aws:PrincipalTag/team":"BLUE"}}""", false },
        { Operators, """{"StringNotEquals":{"aws:PrincipalOrgID":["o-x","o-abc123"]}}""", false },
        { Operators, """{"StringNotEquals":{"aws:PrincipalOrgID":"o-x"}}""", true },
        { Operators, """{"StringLike":{"aws:PrincipalTag/team":"b?ue"}}""", true },
        { Operators, """{"StringNotLike":{"aws:PrincipalTag/team":"b*"}}""", false },
        { Operators, """{"StringEquals":{"sts:ExternalId":"x"}}""", false },
        { Operators, """{"StringNotEquals":{"sts:ExternalId":"x"}}""", true },
        { Operators, """{"StringEqualsIfExists":{"sts:ExternalId":"x"}}""", true },
        { Operators, """{"StringEqualsIfExists":{"aws:PrincipalTag/team":"red"}}""", false },
        { Operators, """{"Null":{"sts:ExternalId":"true"}}""", true },
        { Operators, """{"Null":{"sts:ExternalId":"false"}}""", false },
        { Operators, """{"Null":{"aws:TokenIssueTime":"false"}}""", true },
        { Operators, """{"Bool":{"aws:MultiFactorAuthPresent":"false"}}""", true },
        { Operators, """{"Bool":{"aws:MultiFactorAuthPresent":true}}""", false },
        { Operators, """{"DateLessThan":{"aws:CurrentTime":"2026-03-01T12:00:01Z"}}""", true },
        { Operators, """{"DateLessThan":{"aws:CurrentTime":"2026-03-01T12:00:00Z"}}""", false },
        { Operators, """{"DateGreaterThanEquals":{"aws:CurrentTime":"2026-03-01T12:00:00Z"}}""", true },
        { Operators, """{"DateLessThan":{"aws:TokenIssueTime":"2026-03-01T11:30:00Z"}}""", true },
        { Operators, """{"DateGreaterThan":{"aws:CurrentTime":"1772366399"}}""", true },
        { Operators, """{"NumericLessThanEquals":{"aws:PrincipalAccount":"111111111111"}}""", true },
        { Operators, """{"NumericGreaterThan":{"aws:PrincipalAccount":"111111111111"}}""", false },
        { Operators, """{"IpAddress":{"aws:SourceIp":"10.0.0.0/24"}}""", true },
        { Operators, """{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/24","192.168.0.1"]}}""", false },
        { Operators, """{"IpAddress":{"aws:SourceIp":"10.0.1.0/24"}}""", false },
        { Operators, """{"StringEquals":{"aws:PrincipalOrgID":"o-abc123","aws:PrincipalTag/team":"red"}}""", false },
        { Operators, """{"StringEquals":{"aws:PrincipalOrgID":"o-abc123"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", false },

        { Arns, """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Ops_????????????????"}}""", true },
        { Arns, """{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_*"}}""", true },
        { Arns, """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_????????????????"}}""", false },
        { Arns, """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/*/awsreservedsso_ops_*"}}""", false },
        { Arns, """{"ArnLike":{"aws:PrincipalArn":"arn:aws:*:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef"}}""", false },
        { Arns, """{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/*"}}""", false },
        { Arns, """{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/*"}}""", true },

        { MultiValued, """{"ForAllValues:StringEquals":{"aws:TagKeys":["a","b","c"]}}""", true },
        { MultiValued, """{"ForAllValues:StringEquals":{"aws:TagKeys":["a"]}}""", false },
        { MultiValued, """{"ForAllValues:StringEquals":{"sts:TransitiveTagKeys":["a"]}}""", true },
        { MultiValued, """{"ForAnyValue:StringEquals":{"aws:TagKeys":["b","x"]}}""", true },
        { MultiValued, """{"ForAnyValue:StringEquals":{"aws:TagKeys":["x"]}}""", false },
        { MultiValued, """{"ForAnyValue:StringEquals":{"sts:TransitiveTagKeys":["a"]}}""", false },
        { MultiValued, """{"ForAllValues:StringNotEquals":{"aws:TagKeys":["x"]}}""", true },
        { MultiValued, """{"ForAnyValue:StringLike":{"aws:TagKeys":"?"}}""", true },

        { Variables, """{"StringLike":{"aws:userid":"*:${sts:SourceIdentity}"}}""", true },
        { Variables, """{"StringLike":{"aws:userid":"*:${aws:PrincipalTag/team}"}}""", false },
        { Variables, """{"StringLike":{"aws:userid":"*:${sts:ExternalId}"}}""", false },
        { Variables, """{"StringNotLike":{"aws:userid":"*:${sts:ExternalId}"}}""", false },
        { Variables, """{"StringLike":{"aws:PrincipalTag/team":"${aws:username, 'blue'}"}}""", true },
        { Variables, """{"StringEquals":{"sts:RoleSessionName":"star${*}"}}""", true },
        { Variables, """{"StringLike":{"aws:PrincipalTag/team":"${*}"}}""", false },
    };

    public static TheoryData<string, string, string, string, string> Statements => new()
    {
        { Logic, "[]", "iam:GetRole", "arn:aws:iam::1:role/x", "ImplicitDeny" },
        { Logic, """[{"Effect":"Allow","Action":"*","Resource":"*"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "Allowed" },
        { Logic, """[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "ExplicitDeny" },
        { Logic, """[{"Effect":"Deny","Action":"iam:*","Resource":"*"},{"Effect":"Allow","Action":"iam:GetRole","Resource":"*"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "ExplicitDeny" },
        { Elements, """[{"Effect":"Allow","Action":"IAM:getrole","Resource":"*"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "Allowed" },
        { Elements, """[{"Effect":"Allow","Action":["iam:List*","iam:?etRole"],"Resource":"*"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "Allowed" },
        { Elements, """[{"Effect":"Allow","Action":"iam:Get","Resource":"*"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "ImplicitDeny" },
        { Elements, """[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "ImplicitDeny" },
        { Elements, """[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]""", "sts:AssumeRole", "arn:aws:iam::1:role/x", "Allowed" },
        { Elements, """[{"Effect":"Deny","NotAction":"iam:*","Resource":"*"},{"Effect":"Allow","Action":"*","Resource":"*"}]""", "sts:AssumeRole", "arn:aws:iam::1:role/x", "ExplicitDeny" },
        { Elements, """[{"Effect":"Allow","Action":"*","NotResource":"arn:aws:iam::1:role/x"}]""", "iam:GetRole", "arn:aws:iam::1:role/x", "ImplicitDeny" },
        { Elements, """[{"Effect":"Allow","Action":"*","NotResource":"arn:aws:iam::1:role/x"}]""", "iam:GetRole", "arn:aws:iam::1:role/y", "Allowed" },
        { Arns, """[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/acme-*"}]""", "sts:AssumeRole", "arn:aws:iam::222222222222:role/acme-devops", "Allowed" },
        { Arns, """[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::1:role/a"}]""", "sts:AssumeRole", "arn:aws:iam::1:role/ab", "ImplicitDeny" },
        { Arns, """[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::1:role/A"}]""", "sts:AssumeRole", "arn:aws:iam::1:role/a", "ImplicitDeny" },
        { Variables, """[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::home/${aws:PrincipalTag/team}/*"}]""", "s3:GetObject", "arn:aws:s3:::home/blue/x", "Allowed" },
        { Variables, """[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::home/${aws:username}/*"}]""", "s3:GetObject", "arn:aws:s3:::home/ana/x", "ImplicitDeny" },
        { Variables, """[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${sts:RoleSessionName}"}]""", "s3:GetObject", "arn:aws:s3:::starfish", "ImplicitDeny" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_holds_as_the_documentation_says(string source, string condition, bool holds)
    {
        Assert.NotEmpty(source);
        PolicyDocument policy = Identity($$$"""[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{{condition}}} }]""");
        Assert.Equal(holds ? Decision.Allowed : Decision.ImplicitDeny, PolicyEvaluator.Evaluate([policy], "iam:GetRole", "arn:aws:iam::1:role/x", Request));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statements_decide_as_the_documentation_says(string source, string statements, string action, string resource, string decision)
    {
        Assert.NotEmpty(source);
        PolicyDocument[] policies = statements == "[]" ? [] : [Identity(statements)];
        Assert.Equal(decision, PolicyEvaluator.Evaluate(policies, action, resource, Request).ToString());
    }

    // Facts: "AWSReservedSSO_Ops_*" also matches the set Ops_Admin; sixteen ? do not.
    [Theory]
    [InlineData("AWSReservedSSO_Ops_*", "AWSReservedSSO_Ops_Admin_0123456789abcdef", true)]
    [InlineData("AWSReservedSSO_Ops_????????????????", "AWSReservedSSO_Ops_Admin_0123456789abcdef", false)]
    [InlineData("AWSReservedSSO_Ops_????????????????", "AWSReservedSSO_Ops_0123456789abcdef", true)]
    [InlineData("*AWSReservedSSO_Ops_????????????????", "AWSReservedSSO_Z_AWSReservedSSO_Ops_0123456789abcdef", true)]
    public void Only_sixteen_question_marks_keep_a_longer_set_name_out(string pattern, string role, bool matches)
    {
        RequestContext context = new RequestContext().Set("aws:PrincipalArn", $"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/{role}");
        PolicyDocument policy = Identity($$$$"""[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/{{{{pattern}}}}"}}}]""");
        Assert.Equal(matches, PolicyEvaluator.Evaluate([policy], "sts:AssumeRole", "*", context) == Decision.Allowed);
    }

    // IAM User Guide: Version: variables are plain text in the older version.
    [Fact]
    public void The_older_version_has_no_variables()
    {
        PolicyDocument policy = PolicyDocument.Parse("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"${aws:PrincipalTag/team}"}}}]}""", PolicyKind.Identity);
        Assert.Equal(Decision.ImplicitDeny, PolicyEvaluator.Evaluate([policy], "iam:GetRole", "*", Request));
    }

    private static PolicyDocument Identity(string statements)
        => PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{statements}} }""", PolicyKind.Identity);
}
