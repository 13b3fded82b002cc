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

    public static readonly IReadOnlyDictionary<string, Func<string, ServiceClient>> ByModel = new Dictionary<string, Func<string, ServiceClient>>
    {
        ["sso-admin"] = SsoAdmin,
        ["iam"] = Iam,
        ["identitystore"] = IdentityStore,
        ["sts"] = Sts,
        ["sso"] = Portal,
        ["sso-oidc"] = Oidc,
    };

    public static AmazonSSOAdminClient SsoAdmin(string url) => new(Credentials, At<AmazonSSOAdminConfig>(url));

    public static AmazonIdentityManagementServiceClient Iam(string url) => new(Credentials, At<AmazonIdentityManagementServiceConfig>(url));

    public static AmazonIdentityStoreClient IdentityStore(string url) => new(Credentials, At<AmazonIdentityStoreConfig>(url));

    public static AmazonSecurityTokenServiceClient Sts(string url) => new(Credentials, At<AmazonSecurityTokenServiceConfig>(url));

    public static AmazonSSOClient Portal(string url) => new(new AnonymousAWSCredentials(), At<AmazonSSOConfig>(url));

    public static AmazonSSOOIDCClient Oidc(string url) => new(new AnonymousAWSCredentials(), At<AmazonSSOOIDCConfig>(url));

    /// <summary>The operations that our clients have a method for: the whole model, but for STS.</summary>
    public static IEnumerable<ServiceOperation> Operations => ServiceModel.All
        .Where(model => ByModel.ContainsKey(model.Id))
        .SelectMany(model => model.Operations)
        .Where(operation => operation.Model.Id != "sts" || operation.Name is "AssumeRole" or "AssumeRoleWithWebIdentity" or "GetCallerIdentity");

    private static TConfig At<TConfig>(string url)
        where TConfig : ServiceConfig, new() => new() { ServiceURL = url, AuthenticationRegion = Region };
}
