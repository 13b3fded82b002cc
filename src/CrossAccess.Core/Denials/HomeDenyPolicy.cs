namespace CrossAccess;

/// <summary>
/// The policy crossaccess-deny as it stands in the home account. IAM has no way to refuse an edit of what was read too long ago,
/// but it numbers versions without a gap: an edit here is one at a time in this process, and one that another process's edit
/// came before is made again upon that, so that two who stop two users at the same moment both do.
/// </summary>
internal sealed class HomeDenyPolicy(Provider provider)
{
    private const string Description = "CrossAccess: denies everything to the users it lists, in every client permission set";
    private const int Attempts = 5;
    private static readonly KeyedLock Turns = new();

    public string Arn => DenyPolicy.ArnOf(provider.Configuration.Partition, provider.Configuration.HomeAccountId);

    /// <summary>The policy; null where home has none.</summary>
    /// <exception cref="ClientAccessException">ResourceExists when our statement in it was changed by hand.</exception>
    public async Task<DenyPolicy?> FindAsync(CancellationToken cancellation) =>
        await (await ConnectAsync(cancellation).ConfigureAwait(false)).FindAsync(Arn, cancellation).ConfigureAwait(false) is { } found ? DenyPolicy.Read(found.Document) : null;

    /// <exception cref="ClientAccessException">DenyPolicyNotFound.</exception>
    public async Task<DenyPolicy> RequireAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation).ConfigureAwait(false) ?? throw NotFound();

    /// <summary>Edits the policy, which is in force within seconds wherever it is attached. False: it was so already.</summary>
    /// <param name="change">Applied twice it must be as if applied once.</param>
    /// <exception cref="ClientAccessException">DenyPolicyNotFound, PolicyTooLong; ChangeInProgress where somebody else overwrote the edit.</exception>
    public async Task<bool> EditAsync(Func<DenyPolicy, DenyPolicy> change, CancellationToken cancellation)
    {
        IIamPolicies policies = await ConnectAsync(cancellation).ConfigureAwait(false);
        using IDisposable turn = await Turns.EnterAsync(Arn, cancellation).ConfigureAwait(false);
        ManagedPolicyVersion before = await policies.FindAsync(Arn, cancellation).ConfigureAwait(false) ?? throw NotFound();
        PolicyDocument wanted = Changed(before.Document, change);
        if (wanted.Equals(DenyPolicy.Read(before.Document).ToDocument())) return false;

        await PutAsync(policies, wanted, before.Newest, change, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>The names of the permission sets whose roles in home carry the policy.</summary>
    public async Task<IReadOnlySet<string>> ListPermissionSetNamesAsync(CancellationToken cancellation)
    {
        IIamPolicies policies = await ConnectAsync(cancellation).ConfigureAwait(false);
        IReadOnlyList<string> roles = await policies.ListRoleNamesAsync(Arn, cancellation).ConfigureAwait(false);
        return roles.Select(ReservedRole.PermissionSetNameOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    public static Task CreateAsync(IIamPolicies policies, string company, CancellationToken cancellation) =>
        policies.CreateAsync(DenyPolicy.Name, Description, DenyPolicy.Empty.ToDocument().ToString(), new Dictionary<string, string> { [Tags.Company] = company }, cancellation);

    private async Task PutAsync(IIamPolicies policies, PolicyDocument wanted, int newestRead, Func<DenyPolicy, DenyPolicy> change, CancellationToken cancellation)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int made = await policies.PutAsync(Arn, wanted.ToString(), cancellation).ConfigureAwait(false);
            if (made == newestRead + 1) return;
            // Somebody's version came between what was read and what was made of it, and is no longer in force.
            if (await policies.FindVersionAsync(Arn, made - 1, cancellation).ConfigureAwait(false) is not { } theirs) break;
            PolicyDocument both = Changed(theirs, change);
            if (both.Equals(wanted)) return;
            (wanted, newestRead) = (both, made);
        }
        throw Overwritten();
    }

    private static PolicyDocument Changed(string document, Func<DenyPolicy, DenyPolicy> change) => change(DenyPolicy.Read(document)).ToDocument();

    private async Task<IIamPolicies> ConnectAsync(CancellationToken cancellation) =>
        (await provider.ConnectHomeAdministratorAsync(cancellation).ConfigureAwait(false)).Policies;

    private static ClientAccessException Overwritten() =>
        new(ClientAccessError.ChangeInProgress, $"Somebody else changed the policy {DenyPolicy.Name} at the same time, and what was just put there may be gone.")
        {
            RecommendedAction = "Run the same command again, and see who is denied with: Get-ClientAccess -Denied",
        };

    private ClientAccessException NotFound() => new(
        ClientAccessError.DenyPolicyNotFound,
        $"The home account {provider.Configuration.HomeAccountId} has no policy {DenyPolicy.Name}, so nobody can be stopped by it. Nothing was changed.")
    {
        RecommendedAction = $"To end a user's access now, take every grant away: Revoke-ClientAccess -User <user> -Everywhere. To be able to stop users at once, type: Initialize-CrossAccess {provider.Configuration.Company} -DenyPolicy; Get-ClientPermissionSet | New-ClientPermissionSet",
    };
}
