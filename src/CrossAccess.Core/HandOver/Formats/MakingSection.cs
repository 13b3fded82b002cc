namespace CrossAccess;

/// <summary>The part of the page that says how the roles are made.</summary>
internal static class MakingSection
{
    public static Html Of(HandOver handOver) => Html.Of(
        $$"""
        <p>As an administrator of {{(handOver.AccountId is { } account ? $"account {account}" : "your account")}}, in <b>one</b> of these ways. Each makes the same {{(handOver.Roles.Count == 1 ? "role" : "roles")}}. Read the file before you run it: it holds all that is done. Each can be run again.</p>
        <table>
        {{QuickCreate(handOver)}}{{Way(RemoteAccessTemplateFormat.CloudShell, "In AWS CloudShell, the >_ at the top of the AWS console: paste the whole file. It checks the account and deploys the stack.")}}
        {{Way(RemoteAccessTemplateFormat.CloudFormation, "In the CloudFormation console: Create stack, upload this file, in one Region only. Or with the AWS CLI:", $"aws cloudformation deploy --stack-name {handOver.StackName} --template-file cloudformation.yaml --capabilities CAPABILITY_NAMED_IAM")}}
        {{Way(RemoteAccessTemplateFormat.Terraform, "Put it into a folder of your Terraform or OpenTofu configuration, plan and apply.")}}
        {{Way(RemoteAccessTemplateFormat.AwsCli, "With bash and the AWS CLI:", "bash aws-cli.sh")}}
        {{Way(RemoteAccessTemplateFormat.PowerShell, "With PowerShell and the AWS CLI (pwsh instead of powershell on macOS and Linux):", "powershell -ExecutionPolicy Bypass -File powershell.ps1")}}
        {{StackSet(handOver)}}
        </table>

        """);

    private static Html QuickCreate(HandOver handOver) => handOver.QuickCreateUrl is not { } url ? default : Html.Of(
        $"""
        <tr><th>Link</th><td><a href="{url}">Open the CloudFormation console with the stack filled in</a>, look at the template, tick that it may make roles with names, and create the stack.</td></tr>

        """);

    private static Html Way(RemoteAccessTemplateFormat format, string how, string? command = null) =>
        Html.Of($"<tr><th><code>{TemplateFiles.NameOf(format)}</code></th><td>{how}{Command(command)}</td></tr>");

    private static Html StackSet(HandOver handOver)
    {
        (string create, string deploy) = StackSetTemplate.Commands(handOver);
        return Html.Of(
            $"""
            <tr><th><code>{TemplateFiles.NameOf(RemoteAccessTemplateFormat.StackSet)}</code></th><td>For an organization with many accounts. In its management account:{Command(create)}{Command(deploy)}That is every account but the management account itself, in one Region, and accounts that join later. Tell {handOver.Company} the ids of the accounts.</td></tr>
            """);
    }

    private static Html Command(string? command) => command is null ? default : Html.Of($"<pre>{command}</pre>");
}
