using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of PermissionsBoundaryAttachmentType in AWS Identity and Access Management.</summary>
public class PermissionsBoundaryAttachmentType : ConstantClass
{
    public static readonly PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy = new("PermissionsBoundaryPolicy");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public PermissionsBoundaryAttachmentType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static PermissionsBoundaryAttachmentType FindValue(string value) => FindValue<PermissionsBoundaryAttachmentType>(value);

    public static implicit operator PermissionsBoundaryAttachmentType(string value) => FindValue(value);
}
