namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the DeletePolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html"/>.</summary>
public class DeletePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }
}
