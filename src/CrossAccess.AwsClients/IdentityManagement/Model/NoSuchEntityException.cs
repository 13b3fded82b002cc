using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityManagement.Model;

/// <summary>AWS error <c>NoSuchEntity</c>, HTTP status 404.</summary>
[ErrorCode("NoSuchEntity")]
public class NoSuchEntityException : AmazonIdentityManagementServiceException
{
    public NoSuchEntityException()
    {
    }

    public NoSuchEntityException(string message) : base(message)
    {
    }

    public NoSuchEntityException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public NoSuchEntityException(Exception innerException) : base(innerException)
    {
    }

    public NoSuchEntityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public NoSuchEntityException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
