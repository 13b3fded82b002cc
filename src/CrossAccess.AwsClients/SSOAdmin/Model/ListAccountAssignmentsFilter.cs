namespace Amazon.SSOAdmin.Model;

/// <summary>The ListAccountAssignmentsFilter structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignmentsFilter.html"/>.</summary>
public class ListAccountAssignmentsFilter
{
    /// <summary>12 characters. Pattern: <c>\d{12}</c>.</summary>
    public string? AccountId { get; set; }
}
