namespace CrossAccess.Sandbox.Policies;

/// <summary>A policy document that AWS would refuse to store, with the reason as AWS words it.</summary>
internal sealed class MalformedPolicy(string message) : Exception(message);
