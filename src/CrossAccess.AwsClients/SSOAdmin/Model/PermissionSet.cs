namespace Amazon.SSOAdmin.Model;

/// <summary>The PermissionSet structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html"/>.</summary>
public class PermissionSet
{
    /// <summary>1 to 32 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? Name { get; set; }

    /// <summary>10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public string? PermissionSetArn { get; set; }

    /// <summary>1 to 700 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*</c>.</summary>
    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    /// <summary>1 to 100 characters. Pattern: <c>(-?)P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)([DW]))?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?</c>.</summary>
    public string? SessionDuration { get; set; }

    /// <summary>1 to 240 characters. Pattern: <c>[a-zA-Z0-9&amp;$@#\\\/%?=~\-_'"|!:,.;*+\[\]\ \(\)\{\}]+</c>.</summary>
    public string? RelayState { get; set; }
}
