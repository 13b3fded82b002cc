using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityManagement.Model;

/// <summary>AWS error <c>PolicyNotAttachable</c>, HTTP status 400.</summary>
[ErrorCode("PolicyNotAttachable")]
public class PolicyNotAttachableException : AmazonIdentityManagementServiceException
{
    public PolicyNotAttachableException()
    {
    }

    public PolicyNotAttachableException(string message) : base(message)
    {
    }

    public PolicyNotAttachableException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public PolicyNotAttachableException(Exception innerException) : base(innerException)
    {
    }

    public PolicyNotAttachableException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public PolicyNotAttachableException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
