using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>The base of every request to AWS Identity and Access Management.</summary>
public class AmazonIdentityManagementServiceRequest : AmazonWebServiceRequest;
