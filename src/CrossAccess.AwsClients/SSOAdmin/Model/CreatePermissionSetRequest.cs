namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the CreatePermissionSet operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html"/>.</summary>
public class CreatePermissionSetRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 1 to 32 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? Name { get; set; }

    /// <summary>1 to 700 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*</c>.</summary>
    public string? Description { get; set; }

    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>1 to 100 characters. Pattern: <c>(-?)P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)([DW]))?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?</c>.</summary>
    public string? SessionDuration { get; set; }

    /// <summary>1 to 240 characters. Pattern: <c>[a-zA-Z0-9&amp;$@#\\\/%?=~\-_'"|!:,.;*+\[\]\ \(\)\{\}]+</c>.</summary>
    public string? RelayState { get; set; }

    /// <summary>0 to 75 items.</summary>
    public List<Tag>? Tags { get; set; }
}
