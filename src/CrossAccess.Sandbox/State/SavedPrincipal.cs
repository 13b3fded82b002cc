namespace CrossAccess.Sandbox.State;

/// <summary>Who is assigned.</summary>
internal sealed record SavedPrincipal(string Type, string Id);
