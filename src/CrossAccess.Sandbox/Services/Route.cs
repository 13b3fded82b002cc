namespace CrossAccess.Sandbox.Services;

/// <summary>Where a request goes: the service, and the operation that it names.</summary>
internal sealed record Route(Service Service, string Operation);
