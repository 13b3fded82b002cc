namespace Amazon.IdentityManagement.Model;

/// <summary>The PolicyGroup structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyGroup.html"/>.</summary>
public class PolicyGroup
{
    /// <summary>1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? GroupName { get; set; }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? GroupId { get; set; }
}
