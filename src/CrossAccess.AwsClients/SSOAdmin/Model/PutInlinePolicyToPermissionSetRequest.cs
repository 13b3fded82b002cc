namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the PutInlinePolicyToPermissionSet operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html"/>.</summary>
public class PutInlinePolicyToPermissionSetRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public string? PermissionSetArn { get; set; }

    /// <summary>Required. 1 to 32,768 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? InlinePolicy { get; set; }
}
