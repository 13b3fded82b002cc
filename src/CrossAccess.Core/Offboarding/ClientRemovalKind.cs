namespace CrossAccess;

/// <summary>What a line of an off-boarding's report is about.</summary>
public enum ClientRemovalKind
{
    /// <summary>A role in a client's account.</summary>
    RemoteAccessRole,
    /// <summary>A grant: an account assignment.</summary>
    ClientAccess,
    /// <summary>A permission set of Identity Center.</summary>
    ClientPermissionSet,
    /// <summary>What the inventory records of the client.</summary>
    Record,
}
