namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the UntagResource operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_UntagResource.html"/>.</summary>
public class UntagResourceRequest : AmazonSSOAdminRequest
{
    /// <summary>10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>Required. 10 to 2,048 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso::((:instance/(sso)?ins-[a-zA-Z0-9-.]{16})|(:permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16})|(\d{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16})|(\d{12}:trustedTokenIssuer/(sso)?ins-[a-zA-Z0-9-.]{16}/tti-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}))</c>.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>Required. 1 to 75 items. Each: 1 to 128 characters. Pattern: <c>([\p{L}\p{Z}\p{N}_.:/=+\-@]*)</c>.</summary>
    public List<string>? TagKeys { get; set; }
}
