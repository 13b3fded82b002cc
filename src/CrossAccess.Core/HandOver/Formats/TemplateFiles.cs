namespace CrossAccess;

/// <summary>What lies in the folder that a client is handed.</summary>
internal static class TemplateFiles
{
    public const string Page = "read-me.html";

    public static string NameOf(RemoteAccessTemplateFormat format) => format switch
    {
        RemoteAccessTemplateFormat.CloudFormation => "cloudformation.yaml",
        RemoteAccessTemplateFormat.StackSet => "stackset.yaml",
        RemoteAccessTemplateFormat.Terraform => "terraform.tf",
        RemoteAccessTemplateFormat.AwsCli => "aws-cli.sh",
        RemoteAccessTemplateFormat.CloudShell => "cloudshell.txt",
        RemoteAccessTemplateFormat.PowerShell => "powershell.ps1",
        _ => throw new NotSupportedException($"{format}"),
    };

    public static string TextOf(HandOver handOver, RemoteAccessTemplateFormat format) => format switch
    {
        RemoteAccessTemplateFormat.CloudFormation => CloudFormationTemplate.Text(handOver),
        RemoteAccessTemplateFormat.StackSet => StackSetTemplate.Text(handOver),
        RemoteAccessTemplateFormat.Terraform => TerraformConfiguration.Text(handOver),
        RemoteAccessTemplateFormat.AwsCli => AwsCliScript.Text(handOver),
        RemoteAccessTemplateFormat.CloudShell => CloudShellPaste.Text(handOver),
        RemoteAccessTemplateFormat.PowerShell => PowerShellScript.Text(handOver),
        _ => throw new NotSupportedException($"{format}"),
    };

    /// <summary>Every file by name, the page first.</summary>
    public static IReadOnlyList<(string Name, string Text)> All(HandOver handOver) =>
        [(Page, HandOverPage.Text(handOver)), .. Enum.GetValues<RemoteAccessTemplateFormat>().Select(format => (NameOf(format), TextOf(handOver, format)))];
}
