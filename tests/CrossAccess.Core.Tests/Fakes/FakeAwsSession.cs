namespace CrossAccess.Core.Tests;

/// <summary>The fake AWS as one identity sees it.</summary>
internal sealed class FakeAwsSession(FakeAws aws, FakeIdentity identity, string source, string? region) : IAwsSession, ISecurityTokenService
{
    public string Source => source;

    public string? Region => region;

    public IIamRoles Roles => aws.RolesOf(identity.Caller.AccountId);

    public IIamPolicies Policies => aws.PoliciesOf(identity.Caller.AccountId);

    public ISecurityTokenService SecurityTokens => this;

    public async Task<CallerIdentity> GetCallerAsync(CancellationToken cancellation)
    {
        await aws.Log.SendAsync("sts:GetCallerIdentity", cancellation);
        return identity.Caller;
    }

    public Task<AwsCredentials> GetCredentialsAsync(CancellationToken cancellation) => Task.FromResult(aws.KeysOf(identity).Credentials);

    public async Task<IReadOnlyList<IdentityCenterInstance>> ListInstancesAsync(string region, CancellationToken cancellation)
    {
        await aws.Log.SendAsync($"sso:ListInstances in {region}", cancellation);
        return [.. aws.Instances];
    }

    public IIdentityCenter IdentityCenter(string region, string instanceArn) => aws.Center;

    public IIdentityStore IdentityStore(string region, string identityStoreId) => aws.Directory;

    public Task<AwsCredentials> AssumeRoleAsync(RoleAssumption assumption, CancellationToken cancellation) => aws.AssumeAsync(assumption, cancellation);
}
