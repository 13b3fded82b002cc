namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the ListAccountAssignmentsForPrincipal operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignmentsForPrincipal.html"/>.</summary>
public class ListAccountAssignmentsForPrincipalRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>Required. 1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? PrincipalId { get; set; }

    /// <summary>Required.</summary>
    public PrincipalType? PrincipalType { get; set; }

    public ListAccountAssignmentsFilter? Filter { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }

    /// <summary>From 1 to 100.</summary>
    public int? MaxResults { get; set; }
}
