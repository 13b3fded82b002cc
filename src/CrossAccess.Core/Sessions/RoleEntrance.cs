namespace CrossAccess;

/// <summary>The way into a client's role, before it is taken.</summary>
/// <param name="Home">The session in the home account that would assume it.</param>
/// <param name="Region">The Region to work in where neither the command nor the session names one.</param>
internal sealed record RoleEntrance(IAwsSession Home, RoleTarget Target, HomeCaller Caller, string Region);
