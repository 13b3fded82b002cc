using System.Net;
using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>AWS error <c>AccessDeniedException</c>.</summary>
public class AccessDeniedException : AmazonSSOAdminException
{
    public AccessDeniedException()
    {
    }

    public AccessDeniedException(string message) : base(message)
    {
    }

    public AccessDeniedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public AccessDeniedException(Exception innerException) : base(innerException)
    {
    }

    public AccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AccessDeniedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public AccessDeniedExceptionReason? Reason { get; set; }
}
