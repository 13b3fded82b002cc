using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SecurityToken.Model;

/// <summary>AWS error <c>InvalidIdentityToken</c>, HTTP status 400.</summary>
[ErrorCode("InvalidIdentityToken")]
public class InvalidIdentityTokenException : AmazonSecurityTokenServiceException
{
    public InvalidIdentityTokenException()
    {
    }

    public InvalidIdentityTokenException(string message) : base(message)
    {
    }

    public InvalidIdentityTokenException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidIdentityTokenException(Exception innerException) : base(innerException)
    {
    }

    public InvalidIdentityTokenException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidIdentityTokenException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
