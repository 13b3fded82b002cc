using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SecurityToken.Model;

/// <summary>AWS error <c>IDPCommunicationError</c>, HTTP status 400.</summary>
[ErrorCode("IDPCommunicationError")]
public class IDPCommunicationErrorException : AmazonSecurityTokenServiceException
{
    public IDPCommunicationErrorException()
    {
    }

    public IDPCommunicationErrorException(string message) : base(message)
    {
    }

    public IDPCommunicationErrorException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public IDPCommunicationErrorException(Exception innerException) : base(innerException)
    {
    }

    public IDPCommunicationErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public IDPCommunicationErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>AWS asks callers to try again when its request to the identity provider failed.</summary>
    public override RetryableDetails Retryable { get; } = new(throttling: false);
}
