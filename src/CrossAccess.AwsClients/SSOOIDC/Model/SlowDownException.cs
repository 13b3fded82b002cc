using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>SlowDownException</c>, HTTP status 400.</summary>
public class SlowDownException : AmazonSSOOIDCException
{
    public SlowDownException()
    {
    }

    public SlowDownException(string message) : base(message)
    {
    }

    public SlowDownException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public SlowDownException(Exception innerException) : base(innerException)
    {
    }

    public SlowDownException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public SlowDownException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
