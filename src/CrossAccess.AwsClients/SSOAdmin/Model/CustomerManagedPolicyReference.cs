namespace Amazon.SSOAdmin.Model;

/// <summary>The CustomerManagedPolicyReference structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CustomerManagedPolicyReference.html"/>.</summary>
public class CustomerManagedPolicyReference
{
    /// <summary>Required. 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? Name { get; set; }

    /// <summary>1 to 512 characters. Pattern: <c>((/[A-Za-z0-9\.,\+@=_-]+)*)/</c>.</summary>
    public string? Path { get; set; }
}
