namespace CrossAccess.Binding;

/// <summary>Users that earlier grants name.</summary>
internal sealed class UserCompleter() : PrincipalCompleter(PrincipalType.User);
