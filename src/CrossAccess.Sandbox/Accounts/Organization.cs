namespace CrossAccess.Sandbox.Accounts;

/// <summary>The provider's organization. Client accounts are outside it.</summary>
internal sealed record Organization(string Id, string ManagementAccountId, string DelegatedAccountId);
