namespace CrossAccess;

/// <summary>The managed policies of one account's own. Missing things are null; every other failure is a <see cref="ClientAccessException"/>.</summary>
internal interface IIamPolicies
{
    /// <summary>The policy's default version, which is the one in force (ListPolicyVersions, GetPolicyVersion); null when there is no such policy.</summary>
    Task<ManagedPolicyVersion?> FindAsync(string policyArn, CancellationToken cancellation);

    /// <summary>The JSON of a version, decoded; null when the policy has no such version.</summary>
    Task<string?> FindVersionAsync(string policyArn, int number, CancellationToken cancellation);

    /// <exception cref="ClientAccessException">ResourceExists when a policy of that name exists.</exception>
    Task CreateAsync(string policyName, string description, string document, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation);

    /// <summary>
    /// Makes a document the policy's default version, which is in force within seconds wherever the policy is attached. A policy
    /// has five versions at most: where there is no room, the oldest that is not the default one goes.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
    /// </summary>
    /// <returns>The number of the version that was made.</returns>
    Task<int> PutAsync(string policyArn, string document, CancellationToken cancellation);

    /// <summary>The names of the roles to which the policy is attached: a request for up to a thousand (ListEntitiesForPolicy).</summary>
    Task<IReadOnlyList<string>> ListRoleNamesAsync(string policyArn, CancellationToken cancellation);
}
