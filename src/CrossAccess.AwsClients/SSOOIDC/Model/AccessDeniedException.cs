using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>AccessDeniedException</c>, HTTP status 400.</summary>
public class AccessDeniedException : AmazonSSOOIDCException
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

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("reason")]
    public AccessDeniedExceptionReason? Reason { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
