using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the GetRolePolicy operation returns.</summary>
public class GetRolePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? PolicyName { get; set; }

    /// <summary>Required. 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? PolicyDocument { get; set; }
}
