using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DescribePermissionSet operation returns.</summary>
public class DescribePermissionSetResponse : AmazonWebServiceResponse
{
    public PermissionSet? PermissionSet { get; set; }
}
