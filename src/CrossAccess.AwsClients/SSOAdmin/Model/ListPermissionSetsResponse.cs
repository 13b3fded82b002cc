using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListPermissionSets operation returns.</summary>
public class ListPermissionSetsResponse : AmazonWebServiceResponse
{
    /// <summary>Each: 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public List<string>? PermissionSets { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
