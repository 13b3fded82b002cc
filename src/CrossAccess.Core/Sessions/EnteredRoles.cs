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

    /// <summary>The roles entered and not left, innermost first.</summary>
    public IReadOnlyList<EnteredRole> Roles
    {
        get { lock (_gate) return [.. _stack]; }
    }

    /// <summary>Their sessions, innermost first.</summary>
    public IReadOnlyList<RoleSession> Sessions => [.. Roles.Select(entered => entered.Session)];

    /// <summary>The variables that entering touched as they were before the first entry; null outside. A null value was unset.</summary>
    public IReadOnlyDictionary<string, string?>? HomeEnvironment
    {
        get { lock (_gate) return _stack.Count == 0 ? null : _stack.Last().Before.Variables; }
    }

    /// <summary>What AWS tools read, as it was before the first entry.</summary>
    public AwsEnvironment Home => HomeEnvironment is { } home ? new AwsEnvironment(home) : AwsEnvironment.OfProcess;

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
    /// <param name="served">What serves the session; null: its keys go into the environment.</param>
    public EnteredRole Enter(RoleSession session, Guid runspace, IShellVariables? shell = null, ServedSession? served = null)
    {
        lock (_gate)
        {
            RequireOwner(runspace);
            // First what may throw, so that the environment is set whole or not at all.
            IReadOnlyDictionary<string, string?> variables = served?.Variables(HomeEnvironment) ?? SessionEnvironment.VariablesOf(session, HomeEnvironment);
            var entered = new EnteredRole(session, EnvironmentSnapshot.Take(SessionEnvironment.Touched), shell, served);
            shell?.SetAside();
            foreach ((string name, string? value) in variables) Environment.SetEnvironmentVariable(name, value);
            _owner = runspace;
            _stack.Push(entered);
            return entered;
        }
    }

    /// <summary>Puts back exactly what was there before the innermost entry.</summary>
    /// <exception cref="ClientAccessException">NotEntered, EnteredElsewhere.</exception>
    public LeftRole Exit(Guid runspace)
    {
        EnteredRole? entered;
        lock (_gate)
        {
            RequireOwner(runspace);
            if (!_stack.TryPop(out entered)) throw NotEntered();
            entered.Before.Restore();
            entered.Shell?.PutBack();
        }
        return new LeftRole(entered, entered.Served?.End() ?? []);
    }

    /// <summary>Leaves whatever a runspace has entered that has come to its end, and its variables with it.</summary>
    public void Abandon(Guid runspace)
    {
        List<EnteredRole> abandoned = [];
        lock (_gate)
        {
            if (_owner != runspace) return;
            while (_stack.TryPop(out EnteredRole? entered))
            {
                entered.Before.Restore();
                abandoned.Add(entered);
            }
        }
        foreach (EnteredRole entered in abandoned) entered.Served?.End();
    }

    private static ClientAccessException NotEntered()
    {
        string? inherited = Environment.GetEnvironmentVariable(SessionEnvironment.ClientVariable);
        return inherited is null
            ? new ClientAccessException(ClientAccessError.NotEntered, "No client's role is entered.") { RecommendedAction = "To enter one, type: Enter-ClientRole <client> -Tier <tier>" }
            : new ClientAccessException(ClientAccessError.NotEntered, $"This shell inherited the role of client '{Printable.Of(inherited)}' from the one that started it and cannot leave it.") { RecommendedAction = "Leave this shell: exit" };
    }
}
