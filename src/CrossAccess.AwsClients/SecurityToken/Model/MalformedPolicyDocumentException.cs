using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SecurityToken.Model;

/// <summary>AWS error <c>MalformedPolicyDocument</c>, HTTP status 400.</summary>
[ErrorCode("MalformedPolicyDocument")]
public class MalformedPolicyDocumentException : AmazonSecurityTokenServiceException
{
    public MalformedPolicyDocumentException()
    {
    }

    public MalformedPolicyDocumentException(string message) : base(message)
    {
    }

    public MalformedPolicyDocumentException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public MalformedPolicyDocumentException(Exception innerException) : base(innerException)
    {
    }

    public MalformedPolicyDocumentException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public MalformedPolicyDocumentException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
