using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the UntagRole operation returns.</summary>
public class UntagRoleResponse : AmazonWebServiceResponse;
