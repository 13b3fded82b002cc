namespace Amazon.IdentityManagement.Model;

/// <summary>The AttachedPolicyType structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachedPolicy.html"/>.</summary>
public class AttachedPolicyType
{
    /// <summary>1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? PolicyName { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }
}
