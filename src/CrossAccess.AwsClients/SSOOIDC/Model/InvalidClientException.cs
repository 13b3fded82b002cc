using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>InvalidClientException</c>, HTTP status 401.</summary>
public class InvalidClientException : AmazonSSOOIDCException
{
    public InvalidClientException()
    {
    }

    public InvalidClientException(string message) : base(message)
    {
    }

    public InvalidClientException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidClientException(Exception innerException) : base(innerException)
    {
    }

    public InvalidClientException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidClientException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
