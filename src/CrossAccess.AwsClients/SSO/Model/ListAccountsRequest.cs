using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>Container for the parameters to the ListAccounts operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccounts.html"/>.</summary>
[RestOperation("GET", "/assignment/accounts")]
public class ListAccountsRequest : AmazonSSORequest
{
    [Wire("next_token", WireLocation.Query)]
    public string? NextToken { get; set; }

    /// <summary>From 1 to 100.</summary>
    [Wire("max_result", WireLocation.Query)]
    public int? MaxResults { get; set; }

    /// <summary>Required.</summary>
    [Wire("x-amz-sso_bearer_token", WireLocation.Header)]
    public string? AccessToken { get; set; }
}
