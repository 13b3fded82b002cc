namespace Amazon.IdentityStore.Model;

/// <summary>Container for the parameters to the ListUsers operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListUsers.html"/>.</summary>
public class ListUsersRequest : AmazonIdentityStoreRequest
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>1 to 10 items. Each: 1 to 50 characters. Pattern: <c>aws:identitystore:[a-z]{1,20}</c>.</summary>
    public List<string>? Extensions { get; set; }

    /// <summary>From 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>1 to 65,535 characters. Pattern: <c>[-a-zA-Z0-9+=/:_]*</c>.</summary>
    public string? NextToken { get; set; }

    /// <summary>0 to 1 items. Deprecated by AWS.</summary>
    [Obsolete("Using filters with ListUsers API is deprecated, please use GetGroupId API instead.")]
    public List<Filter>? Filters { get; set; }
}
