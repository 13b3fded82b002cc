namespace Amazon.IdentityManagement.Model;

/// <summary>The PolicyRole structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyRole.html"/>.</summary>
public class PolicyRole
{
    /// <summary>1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? RoleId { get; set; }
}
