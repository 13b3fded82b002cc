namespace CrossAccess;

/// <summary>What a person types, and where, to approve this device.</summary>
internal sealed record DeviceAuthorization(string DeviceCode, string UserCode, string VerificationUri, string? VerificationUriComplete, TimeSpan ExpiresIn, TimeSpan Interval)
{
    // The device code is what the token is given for.
    public override string ToString() => $"device code {UserCode}";
}
