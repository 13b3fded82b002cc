using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListAccountAliases operation returns.</summary>
public class ListAccountAliasesResponse : AmazonWebServiceResponse
{
    /// <summary>Required. Each: 3 to 63 characters. Pattern: <c>^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$</c>.</summary>
    public List<string>? AccountAliases { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
