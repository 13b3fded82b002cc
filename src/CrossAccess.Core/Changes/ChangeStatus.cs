namespace CrossAccess;

/// <summary>What a command did to what it names.</summary>
public enum ChangeStatus
{
    /// <summary>Nothing yet: the command ran under -WhatIf.</summary>
    Planned,
    /// <summary>It was made.</summary>
    Created,
    /// <summary>It was there and was changed.</summary>
    Updated,
    /// <summary>It was there as wanted; nothing was changed.</summary>
    Unchanged,
    /// <summary>It was removed.</summary>
    Removed,
    /// <summary>It was there, made by other means; it is tagged and recorded now, and otherwise as it was.</summary>
    Adopted,
    /// <summary>It was left alone, for the reason that the result gives.</summary>
    Skipped,
    /// <summary>AWS accepted the change and the command did not wait for its end (-NoWait).</summary>
    Requested,
}
