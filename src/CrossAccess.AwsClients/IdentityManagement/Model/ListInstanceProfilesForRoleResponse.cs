using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListInstanceProfilesForRole operation returns.</summary>
public class ListInstanceProfilesForRoleResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public List<InstanceProfile>? InstanceProfiles { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
