using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>AuthorizationPendingException</c>, HTTP status 400.</summary>
public class AuthorizationPendingException : AmazonSSOOIDCException
{
    public AuthorizationPendingException()
    {
    }

    public AuthorizationPendingException(string message) : base(message)
    {
    }

    public AuthorizationPendingException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public AuthorizationPendingException(Exception innerException) : base(innerException)
    {
    }

    public AuthorizationPendingException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AuthorizationPendingException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
