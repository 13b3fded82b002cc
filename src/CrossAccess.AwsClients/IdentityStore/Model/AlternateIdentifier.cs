namespace Amazon.IdentityStore.Model;

/// <summary>The AlternateIdentifier structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_AlternateIdentifier.html"/>. A union: exactly one member is set.</summary>
public class AlternateIdentifier
{
    public ExternalId? ExternalId { get; set; }

    public UniqueAttribute? UniqueAttribute { get; set; }
}
