using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Tests.Policies;

public sealed class ManagedPolicyTests
{
    // AWS Managed Policy Reference Guide, the page of each policy.
    [Theory]
    [InlineData("AdministratorAccess", "iam:CreateRole", true)]
    [InlineData("PowerUserAccess", "ec2:RunInstances", true)]
    [InlineData("PowerUserAccess", "sts:AssumeRole", true)]
    [InlineData("PowerUserAccess", "iam:CreateRole", false)]
    [InlineData("PowerUserAccess", "iam:ListRoles", true)]
    [InlineData("ReadOnlyAccess", "iam:GetRole", true)]
    [InlineData("ReadOnlyAccess", "s3:GetObject", true)]
    [InlineData("ReadOnlyAccess", "iam:CreateRole", false)]
    [InlineData("ReadOnlyAccess", "sts:AssumeRole", false)]
    [InlineData("SecurityAudit", "iam:GetRolePolicy", true)]
    [InlineData("SecurityAudit", "s3:GetObject", false)]
    [InlineData("job-function/ViewOnlyAccess", "iam:ListRoles", true)]
    [InlineData("job-function/ViewOnlyAccess", "iam:GetRole", false)]
    public void The_job_policies_decide_as_AWS_has_them(string policy, string action, bool allowed)
    {
        string arn = policy == "SecurityAudit" ? AwsManagedPolicies.Arn("aws", policy) : $"arn:aws:iam::aws:policy/{policy}";
        PolicyDocument document = AwsManagedPolicies.Find("aws", arn)!;
        Assert.Equal(allowed, PolicyEvaluator.Evaluate([document], action, "arn:aws:iam::1:role/x", new RequestContext()) == Decision.Allowed);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAcces")]
    [InlineData("arn:aws:iam::aws:policy/ViewOnlyAccess")]
    [InlineData("arn:aws-cn:iam::aws:policy/ReadOnlyAccess")]
    public void A_policy_that_AWS_does_not_have_is_not_found(string arn) => Assert.Null(AwsManagedPolicies.Find("aws", arn));
}
