using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>UnsupportedGrantTypeException</c>, HTTP status 400.</summary>
public class UnsupportedGrantTypeException : AmazonSSOOIDCException
{
    public UnsupportedGrantTypeException()
    {
    }

    public UnsupportedGrantTypeException(string message) : base(message)
    {
    }

    public UnsupportedGrantTypeException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public UnsupportedGrantTypeException(Exception innerException) : base(innerException)
    {
    }

    public UnsupportedGrantTypeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public UnsupportedGrantTypeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
