using Amazon.Runtime;

namespace Amazon.SSOOIDC;

/// <summary>The base of every request to the OIDC sign-in service of IAM Identity Center.</summary>
public class AmazonSSOOIDCRequest : AmazonWebServiceRequest;
