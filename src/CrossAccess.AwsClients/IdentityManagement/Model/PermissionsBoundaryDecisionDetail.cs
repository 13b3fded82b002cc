namespace Amazon.IdentityManagement.Model;

/// <summary>The PermissionsBoundaryDecisionDetail structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PermissionsBoundaryDecisionDetail.html"/>.</summary>
public class PermissionsBoundaryDecisionDetail
{
    public bool? AllowedByPermissionsBoundary { get; set; }
}
