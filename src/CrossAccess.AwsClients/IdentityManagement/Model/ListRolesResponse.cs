using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListRoles operation returns.</summary>
public class ListRolesResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public List<Role>? Roles { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
