namespace CrossAccess.Sandbox.Services;

/// <summary>An error that a service answers with, in that service's own code and words.</summary>
internal sealed class ServiceError(string code, string message, int? status = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>The HTTP status, or null to take the one of the service model's error shape.</summary>
    public int? Status { get; } = status;
}
