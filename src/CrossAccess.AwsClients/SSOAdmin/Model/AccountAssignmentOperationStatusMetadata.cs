namespace Amazon.SSOAdmin.Model;

/// <summary>The AccountAssignmentOperationStatusMetadata structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AccountAssignmentOperationStatusMetadata.html"/>.</summary>
public class AccountAssignmentOperationStatusMetadata
{
    public StatusValues? Status { get; set; }

    /// <summary>36 characters. Pattern: <c>\b[0-9a-f]{8}\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\b[0-9a-f]{12}\b</c>.</summary>
    public string? RequestId { get; set; }

    public DateTime? CreatedDate { get; set; }
}
