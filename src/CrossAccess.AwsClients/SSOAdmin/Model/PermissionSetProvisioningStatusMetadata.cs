namespace Amazon.SSOAdmin.Model;

/// <summary>The PermissionSetProvisioningStatusMetadata structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSetProvisioningStatusMetadata.html"/>.</summary>
public class PermissionSetProvisioningStatusMetadata
{
    public StatusValues? Status { get; set; }

    /// <summary>36 characters. Pattern: <c>\b[0-9a-f]{8}\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\b[0-9a-f]{12}\b</c>.</summary>
    public string? RequestId { get; set; }

    public DateTime? CreatedDate { get; set; }
}
