namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the GetContextKeysForCustomPolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html"/>.</summary>
public class GetContextKeysForCustomPolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. Each: 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public List<string>? PolicyInputList { get; set; }
}
