namespace Amazon.IdentityManagement.Model;

/// <summary>The RoleLastUsed structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html"/>.</summary>
public class RoleLastUsed
{
    public DateTime? LastUsedDate { get; set; }

    public string? Region { get; set; }
}
