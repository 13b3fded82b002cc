namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the GetPolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html"/>.</summary>
public class GetPolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }
}
