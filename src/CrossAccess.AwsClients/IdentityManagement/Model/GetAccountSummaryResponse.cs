using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the GetAccountSummary operation returns.</summary>
public class GetAccountSummaryResponse : AmazonWebServiceResponse
{
    public Dictionary<string, int>? SummaryMap { get; set; }
}
