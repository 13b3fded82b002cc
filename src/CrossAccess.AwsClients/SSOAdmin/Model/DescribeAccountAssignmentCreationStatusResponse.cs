using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DescribeAccountAssignmentCreationStatus operation returns.</summary>
public class DescribeAccountAssignmentCreationStatusResponse : AmazonWebServiceResponse
{
    public AccountAssignmentOperationStatus? AccountAssignmentCreationStatus { get; set; }
}
