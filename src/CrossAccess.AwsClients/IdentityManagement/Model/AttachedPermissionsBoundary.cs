namespace Amazon.IdentityManagement.Model;

/// <summary>The AttachedPermissionsBoundary structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachedPermissionsBoundary.html"/>.</summary>
public class AttachedPermissionsBoundary
{
    public PermissionsBoundaryAttachmentType? PermissionsBoundaryType { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? PermissionsBoundaryArn { get; set; }
}
