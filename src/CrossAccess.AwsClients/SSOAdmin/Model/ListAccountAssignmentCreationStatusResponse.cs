using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListAccountAssignmentCreationStatus operation returns.</summary>
public class ListAccountAssignmentCreationStatusResponse : AmazonWebServiceResponse
{
    public List<AccountAssignmentOperationStatusMetadata>? AccountAssignmentsCreationStatus { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
