using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of AttachmentType in AWS Identity and Access Management.</summary>
public class AttachmentType : ConstantClass
{
    public static readonly AttachmentType User = new("user");
    public static readonly AttachmentType Group = new("group");
    public static readonly AttachmentType Role = new("role");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public AttachmentType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static AttachmentType FindValue(string value) => FindValue<AttachmentType>(value);

    public static implicit operator AttachmentType(string value) => FindValue(value);
}
