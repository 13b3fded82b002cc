namespace CrossAccess;

/// <summary>What is to be done next about access that has ended.</summary>
internal enum EndedGrantStep
{
    /// <summary>Take the assignment away.</summary>
    Unassign,
    /// <summary>Nothing until every session is over.</summary>
    Wait,
    /// <summary>Take the end out of the policy: no session is left that it could deny.</summary>
    TakeOut,
}
