namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the ListAccountAliases operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html"/>.</summary>
public class ListAccountAliasesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }
}
