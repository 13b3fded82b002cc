using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.ClientCommands;

/// <summary>Two hundred clients. Their shells run native commands alone: as many PowerShells would take minutes to start.</summary>
public sealed class LargeClientFleet() : ClientFleet(Clients, BuiltModule.NativeShell)
{
    public const int Clients = 200;
}
