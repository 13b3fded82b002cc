namespace CrossAccess.Sandbox.Files;

/// <summary>A profile with its keys.</summary>
internal sealed record Profile(string Name, string AccessKeyId, string SecretAccessKey, string? SessionToken)
{
    public override string ToString() => Name;
}
