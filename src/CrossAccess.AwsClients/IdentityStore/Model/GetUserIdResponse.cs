using Amazon.Runtime;

namespace Amazon.IdentityStore.Model;

/// <summary>What the GetUserId operation returns.</summary>
public class GetUserIdResponse : AmazonWebServiceResponse
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>Required. 1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? UserId { get; set; }
}
