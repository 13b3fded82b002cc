namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the ListRoles operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html"/>.</summary>
public class ListRolesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>1 to 512 characters. Pattern: <c>\u002F[\u0021-\u007F]*</c>.</summary>
    public string? PathPrefix { get; set; }

    /// <summary>1 to 320 characters. Pattern: <c>[\u0020-\u00FF]+</c>.</summary>
    public string? Marker { get; set; }

    /// <summary>From 1 to 1,000.</summary>
    public int? MaxItems { get; set; }
}
