namespace Amazon.IdentityManagement.Model;

/// <summary>The PolicyIdentifier structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyIdentifier.html"/>. A union: exactly one member is set.</summary>
public class PolicyIdentifier
{
    public PolicyIdentifierPolicyType? PolicyType { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }

    public InlinePolicyIdentifierType? InlinePolicyIdentifier { get; set; }
}
