using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>AWS error <c>InvalidClientMetadataException</c>, HTTP status 400.</summary>
public class InvalidClientMetadataException : AmazonSSOOIDCException
{
    public InvalidClientMetadataException()
    {
    }

    public InvalidClientMetadataException(string message) : base(message)
    {
    }

    public InvalidClientMetadataException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidClientMetadataException(Exception innerException) : base(innerException)
    {
    }

    public InvalidClientMetadataException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidClientMetadataException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    [Wire("error")]
    public string? Error { get; set; }

    [Wire("error_description")]
    public string? Error_description { get; set; }
}
