using System.Net;
using Amazon.Runtime;

namespace Amazon.SSOOIDC;

/// <summary>An error that the OIDC sign-in service of IAM Identity Center answered with; its subclasses are the errors that AWS documents.</summary>
public class AmazonSSOOIDCException : AmazonServiceException
{
    public AmazonSSOOIDCException()
    {
    }

    public AmazonSSOOIDCException(string message) : base(message)
    {
    }

    public AmazonSSOOIDCException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public AmazonSSOOIDCException(Exception innerException) : base(innerException)
    {
    }

    public AmazonSSOOIDCException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonSSOOIDCException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
