using System.Collections.Concurrent;

namespace CrossAccess.Core.Tests;

/// <summary>A console sign-in that gives everybody a token, and remembers whom.</summary>
internal sealed class FakeFederation : IConsoleFederation
{
    public const string Token = "the-signin-token";

    public Uri? Endpoint
    {
        get
        {
            EndpointReads++;
            return field;
        }

        set;
    }

    public int EndpointReads { get; private set; }

    public ConcurrentQueue<(ConsoleHosts Hosts, RoleSession Session)> Asked { get; } = new();

    public Task<string> GetSigninTokenAsync(ConsoleHosts hosts, RoleSession session, CancellationToken cancellation)
    {
        Asked.Enqueue((hosts, session));
        return Task.FromResult(Token);
    }
}
