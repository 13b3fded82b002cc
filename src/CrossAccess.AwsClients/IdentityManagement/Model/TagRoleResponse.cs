using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the TagRole operation returns.</summary>
public class TagRoleResponse : AmazonWebServiceResponse;
