using System.Net;
using Amazon.Runtime;

namespace Amazon.SSO;

/// <summary>An error that the AWS access portal answered with; its subclasses are the errors that AWS documents.</summary>
public class AmazonSSOException : AmazonServiceException
{
    public AmazonSSOException()
    {
    }

    public AmazonSSOException(string message) : base(message)
    {
    }

    public AmazonSSOException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public AmazonSSOException(Exception innerException) : base(innerException)
    {
    }

    public AmazonSSOException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonSSOException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
