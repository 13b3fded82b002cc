namespace Amazon.IdentityStore.Model;

/// <summary>Container for the parameters to the DescribeUser operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeUser.html"/>.</summary>
public class DescribeUserRequest : AmazonIdentityStoreRequest
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>Required. 1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? UserId { get; set; }

    /// <summary>1 to 10 items. Each: 1 to 50 characters. Pattern: <c>aws:identitystore:[a-z]{1,20}</c>.</summary>
    public List<string>? Extensions { get; set; }
}
