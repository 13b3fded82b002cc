namespace Amazon.SecurityToken.Model;

/// <summary>Container for the parameters to the GetCallerIdentity operation. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"/>.</summary>
public class GetCallerIdentityRequest : AmazonSecurityTokenServiceRequest;
