namespace CrossAccess.Aws;

/// <summary>Where a partition keeps what is not regional, and where to ask when no Region is known.</summary>
internal static class AwsRegions
{
    // The Region that signs IAM's requests: https://docs.aws.amazon.com/general/latest/gr/iam-service.html
    public static string GlobalOf(string partition) => partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        "aws-eusc" => "eusc-de-east-1",
        _ => "us-east-1",
    };

    // https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html and botocore's partitions.json
    public static string DomainOf(string partition) => partition switch
    {
        "aws-cn" => "amazonaws.com.cn",
        "aws-eusc" => "amazonaws.eu",
        _ => "amazonaws.com",
    };
}
