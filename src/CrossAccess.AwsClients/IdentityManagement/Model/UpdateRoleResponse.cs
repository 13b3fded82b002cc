using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the UpdateRole operation returns.</summary>
public class UpdateRoleResponse : AmazonWebServiceResponse;
