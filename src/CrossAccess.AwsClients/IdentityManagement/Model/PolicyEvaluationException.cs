using System.Net;
using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityManagement.Model;

/// <summary>AWS error <c>PolicyEvaluation</c>, HTTP status 500.</summary>
[ErrorCode("PolicyEvaluation")]
public class PolicyEvaluationException : AmazonIdentityManagementServiceException
{
    public PolicyEvaluationException()
    {
    }

    public PolicyEvaluationException(string message) : base(message)
    {
    }

    public PolicyEvaluationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public PolicyEvaluationException(Exception innerException) : base(innerException)
    {
    }

    public PolicyEvaluationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public PolicyEvaluationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
