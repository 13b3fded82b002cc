namespace CrossAccess;

/// <summary>A grant, or its end, as it is asked for.</summary>
internal sealed record ClientAccessRequest(string Client, string Tier, PrincipalType PrincipalType, string PrincipalName)
{
    /// <summary>From the pipeline, for the result alone.</summary>
    public string? AccountId { get; init; }

    /// <summary>Null: the name that the convention gives.</summary>
    public string? PermissionSetName { get; init; }

    public string? Reason { get; init; }

    /// <summary>How long the access lasts from now on; null: until it is revoked.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>False: return when Identity Center has accepted the request.</summary>
    public bool Wait { get; init; } = true;

    /// <summary>Under -WhatIf in a pipeline the set may be only planned too.</summary>
    public bool SetMayBePlanned { get; init; }
}
