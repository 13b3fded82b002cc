using System.Net;
using Amazon.Runtime;

namespace Amazon.SecurityToken.Model;

/// <summary>AWS error <c>RegionDisabledException</c>, HTTP status 403.</summary>
public class RegionDisabledException : AmazonSecurityTokenServiceException
{
    public RegionDisabledException()
    {
    }

    public RegionDisabledException(string message) : base(message)
    {
    }

    public RegionDisabledException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public RegionDisabledException(Exception innerException) : base(innerException)
    {
    }

    public RegionDisabledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public RegionDisabledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
