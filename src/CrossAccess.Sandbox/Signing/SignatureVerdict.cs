using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.Signing;

/// <summary>A verified signature: the credential behind it, and the scope that was signed for.</summary>
internal sealed record SignatureVerdict(Credential Credential, string Region);
