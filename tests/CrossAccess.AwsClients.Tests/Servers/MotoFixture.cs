using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Servers;

/// <summary>One moto_server for the tests of a class, where the machine has the command.</summary>
public sealed class MotoFixture : IAsyncLifetime
{
    private MotoServer? _server;

    public MotoServer Server
    {
        get
        {
            Assert.SkipWhen(_server is null, MotoServer.Missing ?? "");
            return _server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (MotoServer.Missing is null)
            _server = await MotoServer.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }
}
