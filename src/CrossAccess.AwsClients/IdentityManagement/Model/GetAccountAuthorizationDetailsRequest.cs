namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the GetAccountAuthorizationDetails operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html"/>.</summary>
public class GetAccountAuthorizationDetailsRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Each a value of <see cref="EntityType"/>.</summary>
    public List<string>? Filter { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }

    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }
}
