using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>InvalidScopeException</c>, HTTP status 400.</summary>
public class InvalidScopeException : AmazonSSOOIDCException
{
    public InvalidScopeException()
    {
    }

    public InvalidScopeException(string message) : base(message)
    {
    }

    public InvalidScopeException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidScopeException(Exception innerException) : base(innerException)
    {
    }

    public InvalidScopeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidScopeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
