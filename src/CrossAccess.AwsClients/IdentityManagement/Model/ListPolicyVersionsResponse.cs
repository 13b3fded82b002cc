using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListPolicyVersions operation returns.</summary>
public class ListPolicyVersionsResponse : AmazonWebServiceResponse
{
    public List<PolicyVersion>? Versions { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
