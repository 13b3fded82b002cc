using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityStore;

/// <summary>An error that the identity store of IAM Identity Center answered with; its subclasses are the errors that AWS documents.</summary>
public class AmazonIdentityStoreException : AmazonServiceException
{
    public AmazonIdentityStoreException()
    {
    }

    public AmazonIdentityStoreException(string message) : base(message)
    {
    }

    public AmazonIdentityStoreException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public AmazonIdentityStoreException(Exception innerException) : base(innerException)
    {
    }

    public AmazonIdentityStoreException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonIdentityStoreException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
