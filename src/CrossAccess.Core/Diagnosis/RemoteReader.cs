namespace CrossAccess;

/// <summary>Reads a role in a client's account.</summary>
internal sealed class RemoteReader(RemoteAccounts remote)
{
    /// <summary>With credentials that were named.</summary>
    /// <exception cref="ClientAccessException">The credentials are not there or another account's, or what is no answer.</exception>
    public async Task<Reading<RemoteFacts>> ReadAsync(RoleTarget target, AccessTier? tier, RemoteCredentials credentials, CancellationToken cancellation)
    {
        Reading<IAwsSession> session = await Reading<IAwsSession>.TryAsync(() => remote.ConnectAsync(target.Client, target.AccountId, credentials, cancellation)).ConfigureAwait(false);
        return session.IsKnown(out Obstacle? obstacle) ? await ReadAsync(target, tier, session.Value!, cancellation).ConfigureAwait(false) : new(null, obstacle);
    }

    public static Task<Reading<RemoteFacts>> ReadAsync(RoleTarget target, AccessTier? tier, IAwsSession session, CancellationToken cancellation) => Reading<RemoteFacts>.TryAsync(async () =>
    {
        string name = RoleArn.Parse(target.Role.Arn).Name;
        IamRole? role = await session.Roles.FindAsync(name, cancellation).ConfigureAwait(false);
        var facts = new RemoteFacts(session.Source, role);
        return role is null ? facts : await WithPoliciesAsync(facts, name, tier, session.Roles, cancellation).ConfigureAwait(false);
    });

    private static async Task<RemoteFacts> WithPoliciesAsync(RemoteFacts facts, string roleName, AccessTier? tier, IIamRoles roles, CancellationToken cancellation)
    {
        Reading<IReadOnlyList<string>> attached = await Reading<IReadOnlyList<string>>.TryAsync(() => roles.ListAttachedPolicyArnsAsync(roleName, cancellation)).ConfigureAwait(false);
        bool isAsTheTier = attached.Value is { Count: > 0 } arns && tier is not null && arns.Order(StringComparer.Ordinal).SequenceEqual(tier.ManagedPolicyArn.Order(StringComparer.Ordinal));
        return facts with
        {
            AttachedPolicyArns = attached,
            InlinePolicyNames = isAsTheTier
                ? new([], null)
                : await Reading<IReadOnlyList<string>>.TryAsync(() => roles.ListInlinePolicyNamesAsync(roleName, cancellation)).ConfigureAwait(false),
        };
    }
}
