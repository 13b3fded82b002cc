using Amazon.Runtime;

namespace CrossAccess.Aws;

/// <summary>The HTTP clients of the process: connections outlive sessions.</summary>
internal sealed class AwsHttpClients : HttpClientFactory
{
    public static readonly AwsHttpClients Instance = new();

    /// <summary>What the services' answers say the time is. In a rehearsal they are dated by the machine, and the process follows the Sandbox.</summary>
    public static readonly AwsClock Clock = new(CredentialClock.OfProcess, TimeProvider.System);

    /// <summary>For AWS's services.</summary>
    public static HttpClient Services { get; } = new(new UnansweredRequestHandler(
        new AwsClockHandler(NewHandler(useProxy: true, TimeSpan.FromSeconds(10)), Clock), TimeProvider.System))
    {
        Timeout = Timeout.InfiniteTimeSpan, // The handler keeps time.
    };

    private AwsHttpClients()
    {
    }

    /// <summary>For a container's or an instance's own metadata, which no proxy may see and which answers at once or not at all.</summary>
    public static HttpClient Metadata { get; } = new(NewHandler(useProxy: false, TimeSpan.FromSeconds(1))) { Timeout = TimeSpan.FromSeconds(2) };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => Services;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    private static SocketsHttpHandler NewHandler(bool useProxy, TimeSpan connectTimeout) => new()
    {
        UseProxy = useProxy,
        ConnectTimeout = connectTimeout,
        AllowAutoRedirect = false,
        // AWS moves addresses; a connection held for ever would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
