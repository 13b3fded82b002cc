using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DescribeRegion operation returns.</summary>
public class DescribeRegionResponse : AmazonWebServiceResponse
{
    /// <summary>1 to 32 characters. Pattern: <c>([a-z]+-){2,3}\d</c>.</summary>
    public string? RegionName { get; set; }

    public RegionStatus? Status { get; set; }

    public DateTime? AddedDate { get; set; }

    public bool? IsPrimaryRegion { get; set; }
}
