namespace CrossAccess;

/// <summary>
/// A permission set's policy that is in force wherever the set stands. Where it stands nowhere yet, no one else of this process
/// may edit it until this is disposed of: the first assignment brings the policy of that moment and no later one.
/// </summary>
internal sealed class EnforcedPolicy(PermissionSetPolicy policy, IDisposable? turn) : IDisposable
{
    public PermissionSetPolicy Policy => policy;

    public bool StoodNowhere => turn is not null;

    public void Dispose() => turn?.Dispose();
}
