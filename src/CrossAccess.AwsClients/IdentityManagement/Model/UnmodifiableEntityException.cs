using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityManagement.Model;

/// <summary>AWS error <c>UnmodifiableEntity</c>, HTTP status 400.</summary>
[ErrorCode("UnmodifiableEntity")]
public class UnmodifiableEntityException : AmazonIdentityManagementServiceException
{
    public UnmodifiableEntityException()
    {
    }

    public UnmodifiableEntityException(string message) : base(message)
    {
    }

    public UnmodifiableEntityException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public UnmodifiableEntityException(Exception innerException) : base(innerException)
    {
    }

    public UnmodifiableEntityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public UnmodifiableEntityException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
