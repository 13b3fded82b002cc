namespace CrossAccess;

/// <summary>An edit of a permission set's policy that waits to be made.</summary>
internal sealed class PolicyEdit(Func<PermissionSetPolicy, PermissionSetPolicy> change)
{
    /// <summary>The policy with this and every edit made along with it, and whether the set stands in some account.</summary>
    public TaskCompletionSource<(PermissionSetPolicy Policy, bool Stands)> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>False: the edit was given up, or cannot be made, and whoever asked for it has been told.</summary>
    public bool TryApply(ref PermissionSetPolicy policy)
    {
        if (Done.Task.IsCompleted) return false;
        try
        {
            PermissionSetPolicy changed = change(policy);
            _ = changed.ToDocument();
            policy = changed;
            return true;
        }
        catch (ClientAccessException e)
        {
            // It concerns whoever asked for it, and none of those that are made with it.
            Done.TrySetException(e);
            return false;
        }
    }

    public bool IsIn(PermissionSetPolicy policy) => change(policy).ToDocument().Equals(policy.ToDocument());
}
