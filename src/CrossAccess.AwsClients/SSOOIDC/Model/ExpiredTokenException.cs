using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>ExpiredTokenException</c>, HTTP status 400.</summary>
public class ExpiredTokenException : AmazonSSOOIDCException
{
    public ExpiredTokenException()
    {
    }

    public ExpiredTokenException(string message) : base(message)
    {
    }

    public ExpiredTokenException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public ExpiredTokenException(Exception innerException) : base(innerException)
    {
    }

    public ExpiredTokenException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public ExpiredTokenException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
