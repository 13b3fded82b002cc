namespace CrossAccess.Binding;

/// <summary>Groups that earlier grants name.</summary>
internal sealed class GroupCompleter() : PrincipalCompleter(PrincipalType.Group);
