namespace CrossAccess.Sandbox.Portal;

/// <summary>A device that waits to be approved by a user.</summary>
internal sealed class DeviceAuthorization(string deviceCode, string userCode, string clientId, DateTimeOffset expiration)
{
    public string DeviceCode { get; } = deviceCode;
    public string UserCode { get; } = userCode;
    public string ClientId { get; } = clientId;
    public DateTimeOffset Expiration { get; } = expiration;
    public SandboxUser? ApprovedBy { get; set; }
}
