namespace Amazon.IdentityManagement.Model;

/// <summary>The Statement structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html"/>.</summary>
public class Statement
{
    public string? SourcePolicyId { get; set; }

    public PolicySourceType? SourcePolicyType { get; set; }

    public Position? StartPosition { get; set; }

    public Position? EndPosition { get; set; }
}
