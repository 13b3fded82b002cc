namespace Amazon.SSOAdmin.Model;

/// <summary>The OperationStatusFilter structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_OperationStatusFilter.html"/>.</summary>
public class OperationStatusFilter
{
    public StatusValues? Status { get; set; }
}
