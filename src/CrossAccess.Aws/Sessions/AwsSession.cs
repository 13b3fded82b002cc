using System.Collections.Concurrent;
using Amazon.SSOAdmin;
using Amazon.SSOAdmin.Model;

namespace CrossAccess.Aws;

/// <summary>AWS as one set of credentials sees it.</summary>
internal sealed class AwsSession : IAwsSession
{
    // A key belongs to one caller for ever; which one, depends on who is asked only when a stand-in for AWS is.
    private static readonly ConcurrentDictionary<(string AccessKeyId, string? Endpoint), Caller> Callers = new();

    private readonly AwsSettings _settings;
    private readonly SessionCredentials _credentials;
    private readonly ServiceClients _clients;
    private readonly AwsCalls _calls;

    public AwsSession(AwsSettings settings, SessionCredentials credentials, string source)
    {
        _settings = settings;
        _credentials = credentials;
        _clients = new ServiceClients(settings, credentials);
        _calls = new AwsCalls(source, () => KnownCaller.Identity?.AccountId, credentials.GetCurrentAsync);
        Source = source;
    }

    public string Source { get; }

    public string? Region => _settings.Region;

    public IIamRoles Roles => new IamRoles(_clients.IdentityManagement(AwsRegions.GlobalOf(PartitionName)), _calls);

    public IIamPolicies Policies => new IamPolicies(_clients.IdentityManagement(AwsRegions.GlobalOf(PartitionName)), _calls);

    public ISecurityTokenService SecurityTokens => TokenService;

    private SecurityTokenService TokenService => new(_clients.SecurityToken(Region ?? AwsRegions.GlobalOf(PartitionName)), _calls);

    private string PartitionName => Region is null ? "aws" : Partition.OfRegion(Region);

    private Caller KnownCaller => Callers.GetOrAdd((_credentials.Current.AccessKeyId, _settings.EndpointOf("STS")), static _ => new Caller());

    public async Task<CallerIdentity> GetCallerAsync(CancellationToken cancellation)
    {
        // Renewed first, so that the answer is kept under the key it was given for.
        await _credentials.GetCurrentAsync(cancellation);
        Caller caller = KnownCaller;
        if (caller.Identity is { } known) return known;

        await caller.Asking.WaitAsync(cancellation);
        try
        {
            return caller.Identity ??= await TokenService.GetCallerAsync(cancellation);
        }
        finally
        {
            caller.Asking.Release();
        }
    }

    public Task<AwsCredentials> GetCredentialsAsync(CancellationToken cancellation) => _credentials.GetCurrentAsync(cancellation);

    public Task<IReadOnlyList<IdentityCenterInstance>> ListInstancesAsync(string region, CancellationToken cancellation)
    {
        AmazonSSOAdminClient client = _clients.IdentityCenter(region);
        return Pages.ReadAllAsync<IdentityCenterInstance>(
            async (token, stop) =>
            {
                var request = new ListInstancesRequest { NextToken = token };
                ListInstancesResponse page = await _calls.RunAsync("sso:ListInstances", () => client.ListInstancesAsync(request, stop), stop, region);
                return (page.Instances?.Select(InstanceOf), page.NextToken);
            },
            cancellation);
    }

    public IIdentityCenter IdentityCenter(string region, string instanceArn) =>
        new IdentityCenter(_clients.IdentityCenter(region), instanceArn, _calls, RequestLimiter.OfInstance(instanceArn));

    public IIdentityStore IdentityStore(string region, string identityStoreId) =>
        new IdentityStore(_clients.IdentityStore(region), identityStoreId, _calls);

    private static IdentityCenterInstance InstanceOf(InstanceMetadata instance) =>
        new(instance.InstanceArn!, instance.IdentityStoreId!, instance.OwnerAccountId, instance.PrimaryRegion, instance.Name);

    private sealed class Caller
    {
        public SemaphoreSlim Asking { get; } = new(1, 1);

        public CallerIdentity? Identity { get; set; }
    }
}
