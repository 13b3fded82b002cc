namespace CrossAccess.AwsToolsStandIn;

/// <summary>Where Set-AWSCredential stores.</summary>
public enum VariableScope
{
    Global,
    Local,
    Script,
    Private,
}
