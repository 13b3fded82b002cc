namespace Amazon.IdentityStore.Model;

/// <summary>The PhoneNumber structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_PhoneNumber.html"/>.</summary>
public class PhoneNumber
{
    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Value { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Type { get; set; }

    public bool? Primary { get; set; }
}
