using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace CrossAccess.Sessions;

/// <summary>
/// Stands a function around the user's own prompt function, whatever that is, for as long as a role is entered, and takes it
/// away again. Where the user has given the shell another prompt meanwhile, that one stays.
/// </summary>
internal sealed class PromptFunction
{
    private const string Function = "function:global:prompt";

    // The user's function comes first, so that it finds $? as the last command has left it.
    private static readonly string Body = $"[{typeof(ClientRolePrompt).FullName}]::Around((& $original), $isStyled)";
    private static readonly ScriptBlock Make = ScriptBlock.Create($"param($original, $isStyled) {{ {Body} }}.GetNewClosure()");
    private static readonly ConditionalWeakTable<EnteredRole, PromptFunction> Standing = [];

    private readonly ScriptBlock _users;
    private readonly ScriptBlock _ours;

    private PromptFunction(ScriptBlock users, ScriptBlock ours)
    {
        _users = users;
        _ours = ours;
    }

    /// <summary>Shows the role in the prompt of the cmdlet's shell, where somebody is there to read it.</summary>
    public static void Show(PSCmdlet cmdlet, EnteredRole role)
    {
        if (!PromptPreference.IsOn(cmdlet) || Current(cmdlet) is not { } users || users.ToString().Trim() == Body) return;
        if (cmdlet.InvokeCommand.InvokeScript(useLocalScope: true, Make, null, users, PromptPreference.IsStyled(cmdlet)) is not [{ BaseObject: ScriptBlock ours }]) return;
        if (TrySet(cmdlet, ours)) Standing.Add(role, new PromptFunction(users, ours));
    }

    /// <summary>Gives the shell back the prompt that it had when the role was entered.</summary>
    public static void Restore(PSCmdlet cmdlet, EnteredRole role)
    {
        if (Standing.TryGetValue(role, out PromptFunction? standing) && ReferenceEquals(Current(cmdlet), standing._ours)) TrySet(cmdlet, standing._users);
    }

    private static ScriptBlock? Current(PSCmdlet cmdlet) => cmdlet.SessionState.PSVariable.GetValue(Function) as ScriptBlock;

    private static bool TrySet(PSCmdlet cmdlet, ScriptBlock prompt)
    {
        try
        {
            cmdlet.SessionState.PSVariable.Set(Function, prompt);
            return true;
        }
        catch (ProviderInvocationException)
        {
            // The user has locked the function.
            return false;
        }
    }
}
