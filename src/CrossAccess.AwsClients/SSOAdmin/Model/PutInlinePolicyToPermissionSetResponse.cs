using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the PutInlinePolicyToPermissionSet operation returns.</summary>
public class PutInlinePolicyToPermissionSetResponse : AmazonWebServiceResponse;
