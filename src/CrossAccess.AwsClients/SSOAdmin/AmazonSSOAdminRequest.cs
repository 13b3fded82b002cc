using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>The base of every request to IAM Identity Center (sso-admin).</summary>
public class AmazonSSOAdminRequest : AmazonWebServiceRequest;
