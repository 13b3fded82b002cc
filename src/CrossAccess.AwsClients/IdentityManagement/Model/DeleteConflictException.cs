using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityManagement.Model;

/// <summary>AWS error <c>DeleteConflict</c>, HTTP status 409.</summary>
[ErrorCode("DeleteConflict")]
public class DeleteConflictException : AmazonIdentityManagementServiceException
{
    public DeleteConflictException()
    {
    }

    public DeleteConflictException(string message) : base(message)
    {
    }

    public DeleteConflictException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public DeleteConflictException(Exception innerException) : base(innerException)
    {
    }

    public DeleteConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public DeleteConflictException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
