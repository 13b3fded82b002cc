namespace CrossAccess;

/// <summary>What a client's admin is handed to make the remote access roles alone.</summary>
public enum RemoteAccessTemplateFormat
{
    /// <summary>A CloudFormation template in YAML.</summary>
    CloudFormation,
    /// <summary>The same template for CloudFormation StackSets, which roll it out over the accounts of an organization.</summary>
    StackSet,
    /// <summary>A Terraform or OpenTofu configuration.</summary>
    Terraform,
    /// <summary>A bash script of AWS CLI commands.</summary>
    AwsCli,
    /// <summary>One paste for AWS CloudShell that checks the account and deploys the CloudFormation template.</summary>
    CloudShell,
    /// <summary>A PowerShell script of AWS CLI commands.</summary>
    PowerShell,
}
