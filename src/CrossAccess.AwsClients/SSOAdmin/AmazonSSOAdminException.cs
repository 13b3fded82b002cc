using System.Net;
using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>An error that IAM Identity Center (sso-admin) answered with; its subclasses are the errors that AWS documents.</summary>
public class AmazonSSOAdminException : AmazonServiceException
{
    public AmazonSSOAdminException()
    {
    }

    public AmazonSSOAdminException(string message) : base(message)
    {
    }

    public AmazonSSOAdminException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public AmazonSSOAdminException(Exception innerException) : base(innerException)
    {
    }

    public AmazonSSOAdminException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonSSOAdminException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
