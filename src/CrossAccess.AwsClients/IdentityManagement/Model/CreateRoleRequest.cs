namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the CreateRole operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>.</summary>
public class CreateRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>1 to 512 characters. Pattern: <c>(\u002F)|(\u002F[\u0021-\u007E]+\u002F)</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? AssumeRolePolicyDocument { get; set; }

    /// <summary>At most 1,000 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*</c>.</summary>
    public string? Description { get; set; }

    /// <summary>From 3,600 to 43,200.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }
}
