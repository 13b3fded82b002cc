using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the PutPermissionsBoundaryToPermissionSet operation returns.</summary>
public class PutPermissionsBoundaryToPermissionSetResponse : AmazonWebServiceResponse;
