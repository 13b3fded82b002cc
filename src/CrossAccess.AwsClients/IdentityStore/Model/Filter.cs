namespace Amazon.IdentityStore.Model;

/// <summary>The Filter structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_Filter.html"/>.</summary>
public class Filter
{
    /// <summary>Required. 1 to 255 characters. Pattern: <c>(?:\p{L}+:\p{L}+:\p{L}+(?:\.\p{L}+){0,3}|\p{L}+(?:\.\p{L}+){0,2})</c>.</summary>
    public string? AttributePath { get; set; }

    /// <summary>Required. 1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? AttributeValue { get; set; }
}
