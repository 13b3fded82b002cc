namespace Amazon.IdentityManagement.Model;

/// <summary>The OrderedOrganizationPolicyType structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_OrderedOrganizationPolicyType.html"/>.</summary>
public class OrderedOrganizationPolicyType
{
    /// <summary>Each: 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public List<string>? ServiceControlPolicyInputList { get; set; }
}
