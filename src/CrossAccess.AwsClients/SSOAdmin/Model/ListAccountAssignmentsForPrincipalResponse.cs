using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListAccountAssignmentsForPrincipal operation returns.</summary>
public class ListAccountAssignmentsForPrincipalResponse : AmazonWebServiceResponse
{
    public List<AccountAssignmentForPrincipal>? AccountAssignments { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
