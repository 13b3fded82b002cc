namespace CrossAccess;

/// <summary>What is known of a role in a client's account.</summary>
/// <param name="Source">What it was read with.</param>
/// <param name="Role">Null where there is none.</param>
internal sealed record RemoteFacts(string Source, IamRole? Role)
{
    public Reading<IReadOnlyList<string>> AttachedPolicyArns { get; init; }

    /// <summary>Read only where no policy is attached, or the attached are not the tier's.</summary>
    public Reading<IReadOnlyList<string>> InlinePolicyNames { get; init; }
}
