using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SecurityToken.Model;

/// <summary>AWS error <c>PackedPolicyTooLarge</c>, HTTP status 400.</summary>
[ErrorCode("PackedPolicyTooLarge")]
public class PackedPolicyTooLargeException : AmazonSecurityTokenServiceException
{
    public PackedPolicyTooLargeException()
    {
    }

    public PackedPolicyTooLargeException(string message) : base(message)
    {
    }

    public PackedPolicyTooLargeException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public PackedPolicyTooLargeException(Exception innerException) : base(innerException)
    {
    }

    public PackedPolicyTooLargeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public PackedPolicyTooLargeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
