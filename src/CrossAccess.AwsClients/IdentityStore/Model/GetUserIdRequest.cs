namespace Amazon.IdentityStore.Model;

/// <summary>Container for the parameters to the GetUserId operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GetUserId.html"/>.</summary>
public class GetUserIdRequest : AmazonIdentityStoreRequest
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>Required.</summary>
    public AlternateIdentifier? AlternateIdentifier { get; set; }
}
