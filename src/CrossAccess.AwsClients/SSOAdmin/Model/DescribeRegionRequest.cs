namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the DescribeRegion operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeRegion.html"/>.</summary>
public class DescribeRegionRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>Required. 1 to 32 characters. Pattern: <c>([a-z]+-){2,3}\d</c>.</summary>
    public string? RegionName { get; set; }
}
