using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the CreateAccountAssignment operation returns.</summary>
public class CreateAccountAssignmentResponse : AmazonWebServiceResponse
{
    public AccountAssignmentOperationStatus? AccountAssignmentCreationStatus { get; set; }
}
