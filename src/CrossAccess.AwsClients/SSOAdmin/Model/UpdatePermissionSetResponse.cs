using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the UpdatePermissionSet operation returns.</summary>
public class UpdatePermissionSetResponse : AmazonWebServiceResponse;
