namespace Amazon.IdentityManagement.Model;

/// <summary>The InlinePolicyIdentifierType structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_InlinePolicyIdentifierType.html"/>.</summary>
public class InlinePolicyIdentifierType
{
    /// <summary>Required. 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? PolicyName { get; set; }

    /// <summary>Required.</summary>
    public AttachmentType? AttachmentType { get; set; }

    /// <summary>Required. 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? AttachmentName { get; set; }
}
