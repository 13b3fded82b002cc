using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>What the ListAccounts operation returns.</summary>
public class ListAccountsResponse : AmazonWebServiceResponse
{
    [Wire("nextToken")]
    public string? NextToken { get; set; }

    [Wire("accountList")]
    public List<AccountInfo>? AccountList { get; set; }
}
