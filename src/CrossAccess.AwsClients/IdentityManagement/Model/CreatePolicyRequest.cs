namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the CreatePolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"/>.</summary>
public class CreatePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? PolicyName { get; set; }

    /// <summary>1 to 512 characters. Pattern: <c>((/[A-Za-z0-9\.,\+@=_-]+)*)/</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Required. 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>At most 1,000 characters.</summary>
    public string? Description { get; set; }

    /// <summary>At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }
}
