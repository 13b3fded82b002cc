namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the CreatePolicyVersion operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html"/>.</summary>
public class CreatePolicyVersionRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }

    /// <summary>Required. 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? PolicyDocument { get; set; }

    public bool? SetAsDefault { get; set; }
}
