using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>
/// The variables that AWS Tools for PowerShell prefers to the environment, as the caller of a cmdlet sees them: what
/// Set-AWSCredential and Set-DefaultAWSRegion store. They are emptied while a role is entered, in whatever scope they stand;
/// where the role's credentials are served, the former hold what reads them.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/powershell/v5/userguide/creds-assign.html</remarks>
internal sealed class AwsToolsVariables : IShellVariables
{
    public const string Credentials = "StoredAWSCredentials";
    public const string Region = "StoredAWSRegion";

    private readonly PSVariableIntrinsics _variables;
    private readonly IReadOnlyList<PSVariable> _holding;
    private readonly IReadOnlyList<string> _absent;
    private readonly Stack<(PSVariable Variable, object? Value)> _setAside = new();
    private object? _served;

    private AwsToolsVariables(PSVariableIntrinsics variables)
    {
        string[] names = [Credentials, Region];
        _variables = variables;
        _holding = [.. names.SelectMany(name => CallerScopes.Find(variables, name)).Where(variable => variable.Value is not null)];
        _absent = [.. names.Where(name => CallerScopes.FindGlobal(variables, name) is null)];
    }

    public static AwsToolsVariables SeenBy(PSCmdlet cmdlet) => new(cmdlet.SessionState.PSVariable);

    /// <summary>The credentials with which AWS Tools for PowerShell acts instead of the entered role's; null: none.</summary>
    /// <param name="roles">Those that are entered, innermost first.</param>
    public static object? CredentialsSeenBy(PSCmdlet cmdlet, IReadOnlyList<EnteredRole> roles)
    {
        object? seen = cmdlet.SessionState.PSVariable.GetValue(Credentials);
        object? served = roles is [{ Shell: AwsToolsVariables innermost }, ..] ? innermost._served : null;
        return ReferenceEquals(seen, served) ? null : seen;
    }

    /// <exception cref="ClientAccessException">StoredCredentialsReadOnly.</exception>
    public void RequireWritable()
    {
        if (_holding.FirstOrDefault(variable => (variable.Options & (ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant)) != 0) is { } locked) throw Locked(locked);
    }

    public void SetAside()
    {
        foreach (PSVariable variable in _holding) Change(variable, null);
    }

    /// <summary>Lets AWS Tools act with these credentials until the role is left.</summary>
    /// <exception cref="ClientAccessException">StoredCredentialsReadOnly.</exception>
    public void Hold(object served)
    {
        _served = served;
        // Those that hold nothing, too: they hide the global one.
        foreach (PSVariable variable in CallerScopes.Find(_variables, Credentials)) Change(variable, served);
        // Where every scope finds it that has none of its own.
        if (CallerScopes.FindGlobal(_variables, Credentials) is null) _variables.Set($"global:{Credentials}", served);
    }

    public void PutBack()
    {
        while (_setAside.TryPop(out (PSVariable Variable, object? Value) aside)) TrySet(aside.Variable, aside.Value);
        foreach (string name in _absent.Where(name => CallerScopes.FindGlobal(_variables, name) is not null)) TryRemove(name);
    }

    // A variable that is bound to a type or a rule may refuse a value, or take something else for it.
    private void Change(PSVariable variable, object? value)
    {
        _setAside.Push((variable, variable.Value));
        if (TrySet(variable, value) && ReferenceEquals(variable.Value, value)) return;

        PutBack();
        throw Locked(variable);
    }

    private static bool TrySet(PSVariable variable, object? value)
    {
        try
        {
            variable.Value = value;
            return true;
        }
        catch (RuntimeException)
        {
            // Somebody has locked it meanwhile.
            return false;
        }
    }

    private void TryRemove(string name)
    {
        try
        {
            _variables.Remove($"global:{name}");
        }
        catch (RuntimeException)
        {
            // Somebody has locked it meanwhile.
        }
    }

    private static ClientAccessException Locked(PSVariable variable) => new(
        ClientAccessError.StoredCredentialsReadOnly,
        $"${variable.Name} cannot be emptied: it is read-only, or bound to a type. AWS Tools for PowerShell would go on with what it holds, and not with the client's session. Nothing was entered.")
    {
        RecommendedAction = (variable.Options & ScopedItemOptions.Constant) != 0
            ? "Enter the role in a new shell: a constant lasts as long as its shell."
            : $"Type: Remove-Variable {variable.Name} -Force",
    };
}
