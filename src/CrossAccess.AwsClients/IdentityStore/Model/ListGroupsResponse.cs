using Amazon.Runtime;

namespace Amazon.IdentityStore.Model;

/// <summary>What the ListGroups operation returns.</summary>
public class ListGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public List<Group>? Groups { get; set; }

    /// <summary>1 to 65,535 characters. Pattern: <c>[-a-zA-Z0-9+=/:_]*</c>.</summary>
    public string? NextToken { get; set; }
}
