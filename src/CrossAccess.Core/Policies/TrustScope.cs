namespace CrossAccess;

/// <summary>How narrowly a remote access role trusts home.</summary>
public enum TrustScope
{
    /// <summary>The client permission set of this client and tier alone, in the home account.</summary>
    PermissionSet,
    /// <summary>Whatever in the home account is allowed to assume the role: home's own policies decide.</summary>
    Account,
}
