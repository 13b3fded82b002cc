namespace Amazon.IdentityManagement.Model;

/// <summary>The PolicyUser structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyUser.html"/>.</summary>
public class PolicyUser
{
    /// <summary>1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? UserName { get; set; }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? UserId { get; set; }
}
