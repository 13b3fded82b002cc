namespace Amazon.IdentityStore.Model;

/// <summary>The ExternalId structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ExternalId.html"/>.</summary>
public class ExternalId
{
    /// <summary>Required. 1 to 256 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}]+</c>.</summary>
    public string? Issuer { get; set; }

    /// <summary>Required. 1 to 256 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}]+</c>.</summary>
    public string? Id { get; set; }
}
