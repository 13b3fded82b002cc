using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>UnauthorizedClientException</c>, HTTP status 400.</summary>
public class UnauthorizedClientException : AmazonSSOOIDCException
{
    public UnauthorizedClientException()
    {
    }

    public UnauthorizedClientException(string message) : base(message)
    {
    }

    public UnauthorizedClientException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public UnauthorizedClientException(Exception innerException) : base(innerException)
    {
    }

    public UnauthorizedClientException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public UnauthorizedClientException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
