namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the ListAccountAssignmentCreationStatus operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignmentCreationStatus.html"/>.</summary>
public class ListAccountAssignmentCreationStatusRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>From 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }

    public OperationStatusFilter? Filter { get; set; }
}
