namespace CrossAccess.Sandbox.Policies;

/// <summary>How a trust policy's principal names a caller: not at all, by its account, or directly.</summary>
internal enum PrincipalMatch { None, Account, Direct }
