using Amazon.Runtime;

namespace Amazon.SSO.Model;

/// <summary>What the Logout operation returns.</summary>
public class LogoutResponse : AmazonWebServiceResponse;
