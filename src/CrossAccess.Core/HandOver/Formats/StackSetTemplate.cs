namespace CrossAccess;

/// <summary>
/// The CloudFormation template for all accounts of an organization, headed by the commands that roll it out.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html
/// </summary>
internal static class StackSetTemplate
{
    public static string Text(HandOver handOver)
    {
        (string create, string deploy) = Commands(handOver);
        return CloudFormationTemplate.Text(handOver,
            $"""
            # Lets {handOver.Company} (AWS account {handOver.HomeAccountId}) into the accounts of your organization, by {RolePhrases.Listed(handOver)} in each.
            # Run these two commands in the management account, or with --call-as DELEGATED_ADMIN in StackSets' delegated administrator:
            #   {create}
            #   {deploy}
            # One Region only, because roles are of the whole account. Name organizational units (ou-...) instead of the root to
            # choose accounts. StackSets does not deploy to the management account itself: deploy cloudformation.yaml there if it
            # is meant. Where StackSets was never used in the organization: aws cloudformation activate-organizations-access
            # Nothing has to be sent back but the ids of the accounts.

            """);
    }

    /// <summary>What makes the stack set, and what deploys it.</summary>
    public static (string Create, string Deploy) Commands(HandOver handOver) => (
        $"aws cloudformation create-stack-set --stack-set-name {handOver.StackName} --template-body file://stackset.yaml --capabilities CAPABILITY_NAMED_IAM --permission-model SERVICE_MANAGED --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false",
        $"aws cloudformation create-stack-instances --stack-set-name {handOver.StackName} --deployment-targets OrganizationalUnitIds=\"$(aws organizations list-roots --query 'Roots[0].Id' --output text)\" --regions {Region(handOver)}");

    /// <summary>The Region as the commands name it: CloudShell and many a shell have it in a variable.</summary>
    public static string Region(HandOver handOver) => handOver.Region ?? "\"${AWS_REGION:-$(aws configure get region)}\"";
}
