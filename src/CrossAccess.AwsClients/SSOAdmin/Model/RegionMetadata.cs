namespace Amazon.SSOAdmin.Model;

/// <summary>The RegionMetadata structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_RegionMetadata.html"/>.</summary>
public class RegionMetadata
{
    /// <summary>1 to 32 characters. Pattern: <c>([a-z]+-){2,3}\d</c>.</summary>
    public string? RegionName { get; set; }

    public RegionStatus? Status { get; set; }

    public DateTime? AddedDate { get; set; }

    public bool? IsPrimaryRegion { get; set; }
}
