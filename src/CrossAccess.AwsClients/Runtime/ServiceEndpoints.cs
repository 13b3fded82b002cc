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
    private const string GovCloud = "aws-us-gov";
    private const string SignedParameter = "Signed";

    /// <summary>The parameters of a request: whether it is signed.</summary>
    public static EndpointParameters ParametersOf(ServiceDefinition service, AmazonWebServiceRequest request) =>
        new() { [SignedParameter] = service.Signs(request.GetType()) };

    /// <summary>The region that signatures name: the configured one, or for IAM the one that its partition has for it.</summary>
    public static string SigningRegionOf(ServiceConfig config)
    {
        var region = RegionInUse(config);
        return config.Definition.OneEndpointPerPartition ? PartitionRegionOf(region) : region.SystemName;
    }

    /// <exception cref="AmazonClientException">There is no region and no service URL, or no such endpoint in the region's partition.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var url = string.IsNullOrEmpty(config.ServiceURL) ? $"https://{HostOf(config)}" : config.ServiceURL;
        // A signing scheme on an unsigned request's endpoint would leave the runtime without a scheme that fits both.
        if (parameters[SignedParameter] is not true)
            return new Endpoint(url);
        return new Endpoint(
            url,
            $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{config.Definition.SigningName}}","signingRegion":"{{SigningRegionOf(config)}}"}]}""",
            "{}");
    }

    private static RegionEndpoint RegionInUse(ServiceConfig config)
    {
        if (!string.IsNullOrEmpty(config.AuthenticationRegion))
            return RegionEndpoint.GetBySystemName(config.AuthenticationRegion);
        if (config.RegionEndpoint is { } region)
            return region;
        var named = AWSSDKUtils.DetermineRegion(config.ServiceURL);
        return RegionEndpoint.GetBySystemName(string.IsNullOrEmpty(named) ? DefaultRegion : named);
    }

    private static string HostOf(ServiceConfig config)
    {
        var region = config.RegionEndpoint ?? throw new AmazonClientException("No RegionEndpoint or ServiceURL configured");
        return HostOf(config.Definition, region, config.UseFIPSEndpoint, config.UseDualstackEndpoint);
    }

    private static string HostOf(ServiceDefinition service, RegionEndpoint region, bool fips, bool dualStack)
    {
        if (service.OneEndpointPerPartition)
            return PartitionHostOf(service.EndpointPrefix, region, fips, dualStack);
        // GovCloud's ordinary endpoints are its FIPS ones, unless they are dual-stack.
        var prefix = fips && (dualStack || region.PartitionName != GovCloud) ? service.EndpointPrefix + "-fips" : service.EndpointPrefix;
        return $"{prefix}.{region.SystemName}.{(dualStack ? DualStackSuffixOf(region) : region.PartitionDnsSuffix)}";
    }

    private static string PartitionHostOf(string prefix, RegionEndpoint region, bool fips, bool dualStack) => (region.PartitionName, dualStack) switch
    {
        ("aws", false) => fips ? $"{prefix}-fips.amazonaws.com" : $"{prefix}.amazonaws.com",
        ("aws", true) => fips ? $"{prefix}-fips.global.api.aws" : $"{prefix}.global.api.aws",
        ("aws-cn", true) => $"{prefix}.global.{DualStackSuffixOf(region)}",
        (GovCloud, _) => $"{prefix}.us-gov.{(dualStack ? DualStackSuffixOf(region) : region.PartitionDnsSuffix)}",
        (_, true) => $"{prefix}.{DualStackSuffixOf(region)}",
        _ => $"{prefix}.{PartitionRegionOf(region)}.{region.PartitionDnsSuffix}",
    };

    private static string PartitionRegionOf(RegionEndpoint region) => region.PartitionName switch
    {
        "aws" => "us-east-1",
        "aws-cn" => "cn-north-1",
        GovCloud => "us-gov-west-1",
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
        "aws-iso" => "api.aws.ic.gov",
        "aws-iso-b" => "api.aws.scloud",
        "aws" or GovCloud => "api.aws",
        _ => throw new AmazonClientException($"Partition {region.PartitionName} has no dual-stack endpoints"),
    };
}
