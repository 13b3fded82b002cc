namespace Amazon.IdentityManagement.Model;

/// <summary>The InstanceProfile structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html"/>.</summary>
public class InstanceProfile
{
    /// <summary>Required. 1 to 512 characters. Pattern: <c>(\u002F)|(\u002F[\u0021-\u007E]+\u002F)</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Required. 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? InstanceProfileName { get; set; }

    /// <summary>Required. 16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? InstanceProfileId { get; set; }

    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? Arn { get; set; }

    /// <summary>Required.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>Required.</summary>
    public List<Role>? Roles { get; set; }

    /// <summary>At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }
}
