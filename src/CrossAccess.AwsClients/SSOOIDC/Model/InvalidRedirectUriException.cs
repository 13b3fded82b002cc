using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>InvalidRedirectUriException</c>, HTTP status 400.</summary>
public class InvalidRedirectUriException : AmazonSSOOIDCException
{
    public InvalidRedirectUriException()
    {
    }

    public InvalidRedirectUriException(string message) : base(message)
    {
    }

    public InvalidRedirectUriException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidRedirectUriException(Exception innerException) : base(innerException)
    {
    }

    public InvalidRedirectUriException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidRedirectUriException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
