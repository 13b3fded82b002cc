using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SecurityToken.Model;

/// <summary>AWS error <c>IDPRejectedClaim</c>, HTTP status 403.</summary>
[ErrorCode("IDPRejectedClaim")]
public class IDPRejectedClaimException : AmazonSecurityTokenServiceException
{
    public IDPRejectedClaimException()
    {
    }

    public IDPRejectedClaimException(string message) : base(message)
    {
    }

    public IDPRejectedClaimException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public IDPRejectedClaimException(Exception innerException) : base(innerException)
    {
    }

    public IDPRejectedClaimException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public IDPRejectedClaimException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
