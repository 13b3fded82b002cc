using Amazon.IdentityManagement;
using Amazon.IdentityStore;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOAdmin;
using Amazon.SSOOIDC;
using CrossAccess.AwsClients.Runtime;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>A client of each service model, made for a server of the test's.</summary>
internal static class Clients
{
    public const string Region = "eu-west-1";

    private static readonly BasicAWSCredentials Credentials = new("AKIAIOSFODNN7EXAMPLE", "secret");

    public static readonly IReadOnlyDictionary<string, Func<string, int?, ServiceClient>> ByModel = new Dictionary<string, Func<string, int?, ServiceClient>>
    {
        ["sso-admin"] = SsoAdmin,
        ["iam"] = Iam,
        ["identitystore"] = IdentityStore,
        ["sts"] = Sts,
        ["sso"] = Portal,
        ["sso-oidc"] = Oidc,
    };

    public static AmazonSSOAdminClient SsoAdmin(string url, int? retries = null) => new(Credentials, At<AmazonSSOAdminConfig>(url, retries));

    public static AmazonIdentityManagementServiceClient Iam(string url, int? retries = null) => new(Credentials, At<AmazonIdentityManagementServiceConfig>(url, retries));

    public static AmazonIdentityStoreClient IdentityStore(string url, int? retries = null) => new(Credentials, At<AmazonIdentityStoreConfig>(url, retries));

    public static AmazonSecurityTokenServiceClient Sts(string url, int? retries = null) => new(Credentials, At<AmazonSecurityTokenServiceConfig>(url, retries));

    public static AmazonSSOClient Portal(string url, int? retries = null) => new(new AnonymousAWSCredentials(), At<AmazonSSOConfig>(url, retries));

    public static AmazonSSOOIDCClient Oidc(string url, int? retries = null) => new(new AnonymousAWSCredentials(), At<AmazonSSOOIDCConfig>(url, retries));

    /// <summary>The operations that our clients have a method for: the whole model, but for STS.</summary>
    public static IEnumerable<ServiceOperation> Operations => ServiceModel.All
        .Where(model => ByModel.ContainsKey(model.Id))
        .SelectMany(model => model.Operations)
        .Where(operation => operation.Model.Id != "sts" || operation.Name is "AssumeRole" or "AssumeRoleWithWebIdentity" or "GetCallerIdentity");

    private static TConfig At<TConfig>(string url, int? retries)
        where TConfig : ServiceConfig, new()
    {
        var config = new TConfig { ServiceURL = url, AuthenticationRegion = Region };
        if (retries is { } most)
            config.MaxErrorRetry = most;
        return config;
    }
}
