namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the ListInstances operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html"/>.</summary>
public class ListInstancesRequest : AmazonSSOAdminRequest
{
    /// <summary>From 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
