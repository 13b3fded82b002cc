using Amazon.Runtime;

namespace Amazon.IdentityStore.Model;

/// <summary>What the ListUsers operation returns.</summary>
public class ListUsersResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public List<User>? Users { get; set; }

    /// <summary>1 to 65,535 characters. Pattern: <c>[-a-zA-Z0-9+=/:_]*</c>.</summary>
    public string? NextToken { get; set; }
}
