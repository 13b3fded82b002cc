using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>InvalidGrantException</c>, HTTP status 400.</summary>
public class InvalidGrantException : AmazonSSOOIDCException
{
    public InvalidGrantException()
    {
    }

    public InvalidGrantException(string message) : base(message)
    {
    }

    public InvalidGrantException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidGrantException(Exception innerException) : base(innerException)
    {
    }

    public InvalidGrantException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidGrantException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
