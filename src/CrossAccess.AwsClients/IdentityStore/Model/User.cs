using Amazon.Runtime.Documents;

namespace Amazon.IdentityStore.Model;

/// <summary>The User structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_User.html"/>.</summary>
public class User
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>Required. 1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? UserId { get; set; }

    /// <summary>1 to 128 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}]+</c>.</summary>
    public string? UserName { get; set; }

    /// <summary>1 to 10 items.</summary>
    public List<ExternalId>? ExternalIds { get; set; }

    public Name? Name { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? DisplayName { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? NickName { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? ProfileUrl { get; set; }

    /// <summary>1 items.</summary>
    public List<Email>? Emails { get; set; }

    /// <summary>1 items.</summary>
    public List<Address>? Addresses { get; set; }

    /// <summary>1 items.</summary>
    public List<PhoneNumber>? PhoneNumbers { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? UserType { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Title { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? PreferredLanguage { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Timezone { get; set; }

    public UserStatus? UserStatus { get; set; }

    /// <summary>1 to 3 items.</summary>
    public List<Photo>? Photos { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Website { get; set; }

    /// <summary>1 to 1,024 characters. Pattern: <c>[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r  　]+</c>.</summary>
    public string? Birthdate { get; set; }

    /// <summary>1 items.</summary>
    public List<Role>? Roles { get; set; }

    public DateTime? CreatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public string? UpdatedBy { get; set; }

    /// <summary>1 to 10 entries.</summary>
    public Dictionary<string, Document>? Extensions { get; set; }
}
