using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DescribeAccountAssignmentDeletionStatus operation returns.</summary>
public class DescribeAccountAssignmentDeletionStatusResponse : AmazonWebServiceResponse
{
    public AccountAssignmentOperationStatus? AccountAssignmentDeletionStatus { get; set; }
}
