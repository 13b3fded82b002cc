namespace Amazon.IdentityStore.Model;

/// <summary>The MemberId structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_MemberId.html"/>. A union: exactly one member is set.</summary>
public class MemberId
{
    /// <summary>1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? UserId { get; set; }
}
