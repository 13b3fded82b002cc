namespace CrossAccess.Commands;

/// <summary>What whoever asks for an external id is told.</summary>
internal static class ExternalIdAdvice
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
    public const string Text = "A role that asks for an external id cannot be entered by the console's Switch Role; Enter-ClientRole can.";
}
