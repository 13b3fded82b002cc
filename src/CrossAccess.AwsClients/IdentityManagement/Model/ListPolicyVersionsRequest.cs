namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the ListPolicyVersions operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html"/>.</summary>
public class ListPolicyVersionsRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }

    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }
}
