namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the SetDefaultPolicyVersion operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html"/>.</summary>
public class SetDefaultPolicyVersionRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }

    /// <summary>Required. Pattern: <c>v[1-9][0-9]*(\.[A-Za-z0-9-]*)?</c>.</summary>
    public string? VersionId { get; set; }
}
