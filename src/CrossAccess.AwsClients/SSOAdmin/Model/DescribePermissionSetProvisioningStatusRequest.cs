namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the DescribePermissionSetProvisioningStatus operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribePermissionSetProvisioningStatus.html"/>.</summary>
public class DescribePermissionSetProvisioningStatusRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>Required. 36 characters. Pattern: <c>\b[0-9a-f]{8}\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\b[0-9a-f]{12}\b</c>.</summary>
    public string? ProvisionPermissionSetRequestId { get; set; }
}
