namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the ListPolicies operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html"/>.</summary>
public class ListPoliciesRequest : AmazonIdentityManagementServiceRequest
{
    public PolicyScopeType? Scope { get; set; }

    public bool? OnlyAttached { get; set; }

    /// <summary>1 to 512 characters. Pattern: <c>((/[A-Za-z0-9\.,\+@=_-]+)*)/</c>.</summary>
    public string? PathPrefix { get; set; }

    public PolicyUsageType? PolicyUsageFilter { get; set; }

    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }
}
