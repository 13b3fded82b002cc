namespace CrossAccess.Sandbox.Policies;

/// <summary>Which grammar a document follows: attached to an identity, or a role's trust policy.</summary>
internal enum PolicyKind { Identity, Trust }
