using Amazon.Runtime;

namespace Amazon.IdentityStore;

/// <summary>The base of every request to the identity store of IAM Identity Center.</summary>
public class AmazonIdentityStoreRequest : AmazonWebServiceRequest;
