using Amazon.Runtime.Documents;

namespace Amazon.IdentityStore.Model;

/// <summary>The UniqueAttribute structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_UniqueAttribute.html"/>.</summary>
public class UniqueAttribute
{
    /// <summary>Required. 1 to 255 characters. Pattern: <c>(?:\p{L}+:\p{L}+:\p{L}+(?:\.\p{L}+){0,3}|\p{L}+(?:\.\p{L}+){0,2})</c>.</summary>
    public string? AttributePath { get; set; }

    /// <summary>Required.</summary>
    public Document AttributeValue { get; set; }
}
