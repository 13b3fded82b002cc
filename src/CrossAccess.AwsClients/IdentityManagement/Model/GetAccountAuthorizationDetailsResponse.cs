using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the GetAccountAuthorizationDetails operation returns.</summary>
public class GetAccountAuthorizationDetailsResponse : AmazonWebServiceResponse
{
    public List<UserDetail>? UserDetailList { get; set; }

    public List<GroupDetail>? GroupDetailList { get; set; }

    public List<RoleDetail>? RoleDetailList { get; set; }

    public List<ManagedPolicyDetail>? Policies { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
