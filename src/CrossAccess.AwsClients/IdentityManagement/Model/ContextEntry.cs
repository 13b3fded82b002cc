namespace Amazon.IdentityManagement.Model;

/// <summary>The ContextEntry structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html"/>.</summary>
public class ContextEntry
{
    /// <summary>5 to 256 characters.</summary>
    public string? ContextKeyName { get; set; }

    public List<string>? ContextKeyValues { get; set; }

    public ContextKeyTypeEnum? ContextKeyType { get; set; }
}
