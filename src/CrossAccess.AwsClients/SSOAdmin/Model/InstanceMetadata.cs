namespace Amazon.SSOAdmin.Model;

/// <summary>The InstanceMetadata structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_InstanceMetadata.html"/>.</summary>
public class InstanceMetadata
{
    /// <summary>10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>1 to 64 characters. Pattern: <c>[a-zA-Z0-9-]*</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>12 characters. Pattern: <c>\d{12}</c>.</summary>
    public string? OwnerAccountId { get; set; }

    /// <summary>0 to 255 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? Name { get; set; }

    public DateTime? CreatedDate { get; set; }

    public InstanceStatus? Status { get; set; }

    /// <summary>Pattern: <c>[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*</c>.</summary>
    public string? StatusReason { get; set; }

    /// <summary>1 to 32 characters. Pattern: <c>([a-z]+-){2,3}\d</c>.</summary>
    public string? PrimaryRegion { get; set; }

    public List<RegionMetadata>? Regions { get; set; }
}
