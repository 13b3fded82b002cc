namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Why an accepted request ends as FAILED.</summary>
internal sealed class ProvisioningFailure(string reason) : Exception(reason);
