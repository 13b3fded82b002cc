using Amazon.Runtime;

namespace Amazon.IdentityStore.Model;

/// <summary>What the DescribeGroup operation returns.</summary>
public class DescribeGroupResponse : AmazonWebServiceResponse
{
    /// <summary>Required. 1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? GroupId { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  ]+</c>.</summary>
    public string? DisplayName { get; set; }

    /// <summary>1 to 10 items.</summary>
    public List<ExternalId>? ExternalIds { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Description { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public string? UpdatedBy { get; set; }

    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }
}
