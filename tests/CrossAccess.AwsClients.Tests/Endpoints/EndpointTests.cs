using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.IdentityStore;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOAdmin;
using Amazon.SSOAdmin.Model;
using Amazon.SSOOIDC;
using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Tests.Operations;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Endpoints;

/// <summary>Hosts, and the region and service that signatures name. One class, for it sets environment variables.</summary>
public sealed class EndpointTests
{
    private static readonly BasicAWSCredentials Credentials = new("AKIAIOSFODNN7EXAMPLE", "secret");

    // The hosts that botocore 1.43.67 resolves from AWS's endpoint rules.
    [Theory]
    [InlineData("sso-admin", "eu-west-1", "https://sso.eu-west-1.amazonaws.com")]
    [InlineData("sso-admin", "cn-northwest-1", "https://sso.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("sso-admin", "us-gov-east-1", "https://sso.us-gov-east-1.amazonaws.com")]
    [InlineData("sso-admin", "eusc-de-east-1", "https://sso.eusc-de-east-1.amazonaws.eu")]
    [InlineData("identitystore", "eu-west-1", "https://identitystore.eu-west-1.amazonaws.com")]
    [InlineData("sts", "eu-west-1", "https://sts.eu-west-1.amazonaws.com")]
    [InlineData("sts", "cn-north-1", "https://sts.cn-north-1.amazonaws.com.cn")]
    [InlineData("sts", "eusc-de-east-1", "https://sts.eusc-de-east-1.amazonaws.eu")]
    [InlineData("sso", "eu-west-1", "https://portal.sso.eu-west-1.amazonaws.com")]
    [InlineData("sso-oidc", "us-gov-west-1", "https://oidc.us-gov-west-1.amazonaws.com")]
    [InlineData("iam", "eu-west-1", "https://iam.amazonaws.com")]
    [InlineData("iam", "cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn")]
    [InlineData("iam", "us-gov-east-1", "https://iam.us-gov.amazonaws.com")]
    [InlineData("iam", "eusc-de-east-1", "https://iam.eusc-de-east-1.amazonaws.eu")]
    public void A_region_gives_the_host_of_its_partition(string model, string region, string expected) =>
        Assert.Equal(expected, UrlOf(Config(model, region)));

    [Theory]
    [InlineData("sts", "eu-west-1", true, false, "https://sts-fips.eu-west-1.amazonaws.com")]
    [InlineData("sts", "us-gov-east-1", true, false, "https://sts.us-gov-east-1.amazonaws.com")]
    [InlineData("sts", "us-gov-east-1", true, true, "https://sts-fips.us-gov-east-1.api.aws")]
    [InlineData("sso-admin", "cn-north-1", false, true, "https://sso.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("iam", "eu-west-1", true, false, "https://iam-fips.amazonaws.com")]
    [InlineData("iam", "eu-west-1", false, true, "https://iam.global.api.aws")]
    [InlineData("iam", "us-gov-east-1", true, true, "https://iam.us-gov.api.aws")]
    [InlineData("iam", "cn-northwest-1", false, true, "https://iam.global.api.amazonwebservices.com.cn")]
    [InlineData("iam", "eusc-de-east-1", false, true, "https://iam.api.amazonwebservices.eu")]
    public void FIPS_and_dual_stack_hosts_follow_the_partition(string model, string region, bool fips, bool dualStack, string expected)
    {
        var config = Config(model, region);
        config.UseFIPSEndpoint = fips;
        config.UseDualstackEndpoint = dualStack;

        Assert.Equal(expected, UrlOf(config));
    }

    [Theory]
    [InlineData("sso-admin", "ListInstances", "eu-west-1", "eu-west-1/sso")]
    [InlineData("sso-admin", "ListInstances", "us-gov-west-1", "us-gov-west-1/sso")]
    [InlineData("identitystore", "ListGroups", "eu-west-1", "eu-west-1/identitystore")]
    [InlineData("sts", "GetCallerIdentity", "ap-south-1", "ap-south-1/sts")]
    [InlineData("iam", "GetAccountSummary", "eu-west-1", "us-east-1/iam")]
    [InlineData("iam", "GetAccountSummary", "cn-northwest-1", "cn-north-1/iam")]
    [InlineData("iam", "GetAccountSummary", "us-gov-east-1", "us-gov-west-1/iam")]
    [InlineData("iam", "GetAccountSummary", "eusc-de-east-1", "eusc-de-east-1/iam")]
    public async Task A_service_URL_is_signed_for_the_region_and_name_that_AWS_expects(string model, string operationName, string region, string expected)
    {
        var operation = ServiceModel.Of(model).Operation(operationName);
        using var server = new LoopbackServer(_ => ModelAnswer.Of(operation, []));
        var config = Config(model, null);
        config.ServiceURL = server.Url;
        config.AuthenticationRegion = region;
        using var client = Client(config);

        await OperationCall.SendAsync(client, operation, operation.Input is { } shape ? ModelSample.Of(shape) : []);

        Assert.Equal(expected, ScopeOf(Assert.Single(server.Requests)));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_SSO_ADMIN")]
    public async Task An_endpoint_from_the_environment_is_used_and_signed_for_the_clients_region(string variable)
    {
        using var server = new LoopbackServer(_ => WireAnswer.Json("{}"));
        using var environment = new EnvironmentVariable(variable, server.Url);
        using var client = new AmazonSSOAdminClient(Credentials, RegionEndpoint.EUWest1);

        await client.ListInstancesAsync(new ListInstancesRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("eu-west-1/sso", ScopeOf(Assert.Single(server.Requests)));
    }

    [Theory]
    [InlineData("iam", "AWS_ENDPOINT_URL_IAM")]
    [InlineData("identitystore", "AWS_ENDPOINT_URL_IDENTITYSTORE")]
    [InlineData("sts", "AWS_ENDPOINT_URL_STS")]
    [InlineData("sso", "AWS_ENDPOINT_URL_SSO")]
    [InlineData("sso-oidc", "AWS_ENDPOINT_URL_SSO_OIDC")]
    public void Each_service_has_its_own_endpoint_variable(string model, string variable)
    {
        using var environment = new EnvironmentVariable(variable, "http://127.0.0.1:9");

        Assert.Equal("http://127.0.0.1:9", UrlOf(Config(model, "eu-west-1")));
        Assert.NotEqual("http://127.0.0.1:9", UrlOf(Config("sso-admin", "eu-west-1")));
    }

    [Theory]
    [InlineData("sso", "ListAccounts")]
    [InlineData("sso-oidc", "RegisterClient")]
    [InlineData("sts", "AssumeRoleWithWebIdentity")]
    public async Task What_carries_its_own_proof_is_not_signed(string model, string operationName)
    {
        var operation = ServiceModel.Of(model).Operation(operationName);
        Assert.False(operation.IsSigned);
        using var server = new LoopbackServer(_ => ModelAnswer.Of(operation, []));
        using var client = Clients.ByModel[model](server.Url, null);

        await OperationCall.SendAsync(client, operation, ModelSample.Of(operation.Input!));

        Assert.Null(Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task A_session_token_goes_with_the_signature()
    {
        using var server = new LoopbackServer(_ => WireAnswer.Xml("<GetRoleResponse><GetRoleResult/></GetRoleResponse>"));
        var config = new AmazonIdentityManagementServiceConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" };
        using var client = new AmazonIdentityManagementServiceClient(new SessionAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret", "token"), config);

        await client.GetRoleAsync(new GetRoleRequest { RoleName = "x" }, TestContext.Current.CancellationToken);

        Assert.Equal("token", Assert.Single(server.Requests).Header("X-Amz-Security-Token"));
    }

    private static string UrlOf(ServiceConfig config) =>
        config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListInstancesRequest())).URL.TrimEnd('/');

    private static string ScopeOf(WireRequest request)
    {
        var scope = request.Header("Authorization")!.Split("Credential=")[1].Split(',')[0].Split('/');
        return $"{scope[2]}/{scope[3]}";
    }

    private static ServiceConfig Config(string model, string? region)
    {
        ServiceConfig config = model switch
        {
            "sso-admin" => new AmazonSSOAdminConfig(),
            "iam" => new AmazonIdentityManagementServiceConfig(),
            "identitystore" => new AmazonIdentityStoreConfig(),
            "sts" => new AmazonSecurityTokenServiceConfig(),
            "sso" => new AmazonSSOConfig(),
            _ => new AmazonSSOOIDCConfig(),
        };
        if (region is not null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        return config;
    }

    private static ServiceClient Client(ServiceConfig config) => config switch
    {
        AmazonSSOAdminConfig ssoAdmin => new AmazonSSOAdminClient(Credentials, ssoAdmin),
        AmazonIdentityManagementServiceConfig iam => new AmazonIdentityManagementServiceClient(Credentials, iam),
        AmazonIdentityStoreConfig store => new AmazonIdentityStoreClient(Credentials, store),
        _ => new AmazonSecurityTokenServiceClient(Credentials, (AmazonSecurityTokenServiceConfig)config),
    };
}
