namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the ListRoleTags operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html"/>.</summary>
public class ListRoleTagsRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }
}
