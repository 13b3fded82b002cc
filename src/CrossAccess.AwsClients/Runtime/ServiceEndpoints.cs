using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>
/// Where a service answers and what its signatures name, by AWS's endpoint rules for each partition. A service URL
/// changes the host alone: signatures keep naming the region and service that AWS expects.
/// </summary>
internal sealed class ServiceEndpoints(ServiceConfig config) : IEndpointProvider
{
    private const string DefaultRegion = "us-east-1";
    private const string SignedParameter = "Signed";

    /// <summary>The parameters of a request: whether it is signed.</summary>
    public static EndpointParameters ParametersOf(ServiceDefinition service, AmazonWebServiceRequest request) =>
        new() { [SignedParameter] = service.Signs(request.GetType()) };

    /// <exception cref="AmazonClientException">There is no region and no service URL.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var service = config.Definition;
        var url = config.ServiceURL;
        var region = RegionInUse();
        if (string.IsNullOrEmpty(url))
            url = $"https://{HostOf(service, region, config.UseFIPSEndpoint, config.UseDualstackEndpoint)}";
        // A signing scheme on an unsigned request's endpoint would leave the runtime without a scheme that fits both.
        if (parameters[SignedParameter] is not true)
            return new Endpoint(url);
        var signingRegion = service.OneEndpointPerPartition ? PartitionRegionOf(region) : region.SystemName;
        return new Endpoint(
            url,
            $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{service.SigningName}}","signingRegion":"{{signingRegion}}"}]}""",
            "{}");
    }

    private RegionEndpoint RegionInUse()
    {
        if (!string.IsNullOrEmpty(config.AuthenticationRegion))
            return RegionEndpoint.GetBySystemName(config.AuthenticationRegion);
        if (config.RegionEndpoint is { } region)
            return region;
        if (string.IsNullOrEmpty(config.ServiceURL))
            throw new AmazonClientException("No RegionEndpoint or ServiceURL configured");
        var named = AWSSDKUtils.DetermineRegion(config.ServiceURL);
        return RegionEndpoint.GetBySystemName(string.IsNullOrEmpty(named) ? DefaultRegion : named);
    }

    private static string HostOf(ServiceDefinition service, RegionEndpoint region, bool fips, bool dualStack)
    {
        // In GovCloud the ordinary endpoints are the FIPS ones.
        var prefix = fips && region.PartitionName != "aws-us-gov" ? service.EndpointPrefix + "-fips" : service.EndpointPrefix;
        if (service.OneEndpointPerPartition)
            return PartitionHostOf(prefix, region, dualStack);
        return $"{prefix}.{region.SystemName}.{(dualStack ? DualStackSuffixOf(region) : region.PartitionDnsSuffix)}";
    }

    private static string PartitionHostOf(string prefix, RegionEndpoint region, bool dualStack) => (region.PartitionName, dualStack) switch
    {
        ("aws", false) => $"{prefix}.amazonaws.com",
        ("aws-us-gov", false) => $"{prefix}.us-gov.amazonaws.com",
        ("aws-us-gov", true) => $"{prefix}.us-gov.api.aws",
        (_, true) => $"{prefix}.global.{DualStackSuffixOf(region)}",
        _ => $"{prefix}.{PartitionRegionOf(region)}.{region.PartitionDnsSuffix}",
    };

    private static string PartitionRegionOf(RegionEndpoint region) => region.PartitionName switch
    {
        "aws" => "us-east-1",
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        "aws-eusc" => "eusc-de-east-1",
        "aws-iso" => "us-iso-east-1",
        "aws-iso-b" => "us-isob-east-1",
        "aws-iso-e" => "eu-isoe-west-1",
        "aws-iso-f" => "us-isof-south-1",
        _ => region.SystemName,
    };

    private static string DualStackSuffixOf(RegionEndpoint region) => region.PartitionName switch
    {
        "aws-cn" => "api.amazonwebservices.com.cn",
        "aws-eusc" => "api.amazonwebservices.eu",
        _ => "api.aws",
    };
}
