namespace Amazon.IdentityStore.Model;

/// <summary>The Name structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_Name.html"/>.</summary>
public class Name
{
    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Formatted { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? FamilyName { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? GivenName { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? MiddleName { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? HonorificPrefix { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? HonorificSuffix { get; set; }
}
