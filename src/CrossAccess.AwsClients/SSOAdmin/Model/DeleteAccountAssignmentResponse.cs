using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DeleteAccountAssignment operation returns.</summary>
public class DeleteAccountAssignmentResponse : AmazonWebServiceResponse
{
    public AccountAssignmentOperationStatus? AccountAssignmentDeletionStatus { get; set; }
}
