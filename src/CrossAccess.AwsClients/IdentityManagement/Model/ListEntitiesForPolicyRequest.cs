namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the ListEntitiesForPolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html"/>.</summary>
public class ListEntitiesForPolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }

    public EntityType? EntityFilter { get; set; }

    /// <summary>1 to 512 characters. Pattern: <c>(\u002F)|(\u002F[\u0021-\u007E]+\u002F)</c>.</summary>
    public string? PathPrefix { get; set; }

    public PolicyUsageType? PolicyUsageFilter { get; set; }

    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }
}
