namespace CrossAccess;

/// <summary>What entering a role asks of policies.</summary>
internal static class AwsActions
{
    public const string AssumeRole = "sts:AssumeRole";
    public const string SetSourceIdentity = "sts:SetSourceIdentity";
}
