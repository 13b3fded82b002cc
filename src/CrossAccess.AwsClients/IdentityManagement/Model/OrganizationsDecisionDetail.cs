namespace Amazon.IdentityManagement.Model;

/// <summary>The OrganizationsDecisionDetail structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_OrganizationsDecisionDetail.html"/>.</summary>
public class OrganizationsDecisionDetail
{
    public bool? AllowedByOrganizations { get; set; }
}
