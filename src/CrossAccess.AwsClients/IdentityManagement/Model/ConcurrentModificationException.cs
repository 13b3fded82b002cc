using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityManagement.Model;

/// <summary>AWS error <c>ConcurrentModification</c>, HTTP status 409.</summary>
[ErrorCode("ConcurrentModification")]
public class ConcurrentModificationException : AmazonIdentityManagementServiceException
{
    public ConcurrentModificationException()
    {
    }

    public ConcurrentModificationException(string message) : base(message)
    {
    }

    public ConcurrentModificationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public ConcurrentModificationException(Exception innerException) : base(innerException)
    {
    }

    public ConcurrentModificationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public ConcurrentModificationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
