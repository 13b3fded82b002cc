namespace CrossAccess;

/// <summary>
/// The roles that this process has entered, innermost last. One per process, because the environment is; owned by the
/// runspace that first entered.
/// </summary>
internal sealed class EnteredRoles
{
    private readonly object _gate = new();
    private readonly Stack<EnteredRole> _stack = new();
    private Guid _owner;

    /// <summary>The stack of this process.</summary>
    public static EnteredRoles OfProcess { get; } = new();

    /// <summary>The sessions entered and not left, innermost first.</summary>
    public IReadOnlyList<RoleSession> Sessions
    {
        get { lock (_gate) return [.. _stack.Select(entered => entered.Session)]; }
    }

    /// <summary>The variables that entering touched as they were before the first entry; null outside. A null value was unset.</summary>
    public IReadOnlyDictionary<string, string?>? HomeEnvironment
    {
        get { lock (_gate) return _stack.Count == 0 ? null : _stack.Last().Before.Variables; }
    }

    /// <exception cref="ClientAccessException">EnteredElsewhere.</exception>
    public void RequireOwner(Guid runspace)
    {
        lock (_gate)
        {
            if (_stack.Count == 0 || _owner == runspace) return;
        }
        throw new ClientAccessException(
            ClientAccessError.EnteredElsewhere,
            "Another runspace of this process has entered a client's role, and the environment is one for the whole process.")
        { RecommendedAction = "To act in several clients at once, use a process for each." };
    }

    /// <summary>Sets the session's environment and remembers what was there.</summary>
    /// <param name="shell">What outranks the environment in the shell that enters: set aside until the role is left.</param>
    public void Enter(RoleSession session, Guid runspace, IShellVariables? shell = null)
    {
        lock (_gate)
        {
            RequireOwner(runspace);
            EnvironmentSnapshot before = EnvironmentSnapshot.Take(SessionEnvironment.Touched);
            shell?.SetAside();
            try
            {
                SessionEnvironment.Set(session);
            }
            catch
            {
                shell?.PutBack();
                throw;
            }

            _owner = runspace;
            _stack.Push(new EnteredRole(session, before, shell));
        }
    }

    /// <summary>Puts back exactly what was there before the innermost entry.</summary>
    /// <exception cref="ClientAccessException">NotEntered, EnteredElsewhere.</exception>
    public RoleSession Exit(Guid runspace)
    {
        lock (_gate)
        {
            RequireOwner(runspace);
            if (!_stack.TryPop(out EnteredRole? entered)) throw NotEntered();
            entered.Before.Restore();
            entered.Shell?.PutBack();
            return entered.Session;
        }
    }

    private static ClientAccessException NotEntered()
    {
        string? inherited = Environment.GetEnvironmentVariable(SessionEnvironment.ClientVariable);
        return inherited is null
            ? new ClientAccessException(ClientAccessError.NotEntered, "No client's role is entered.") { RecommendedAction = "To enter one, type: Enter-ClientRole <client> -Tier <tier>" }
            : new ClientAccessException(ClientAccessError.NotEntered, $"This shell inherited the role of client '{Printable.Of(inherited)}' from the one that started it and cannot leave it.") { RecommendedAction = "Leave this shell: exit" };
    }
}
