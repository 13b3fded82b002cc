namespace CrossAccess;

/// <summary>The one exception of the module: a condition with a stable id, in words that say what to do next.</summary>
public sealed class ClientAccessException : Exception
{
    /// <summary>Makes an exception for a condition.</summary>
    public ClientAccessException(ClientAccessError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>The condition.</summary>
    public ClientAccessError Error { get; }

    /// <summary>The next command to type or thing to do, where it is known.</summary>
    public string? RecommendedAction { get; init; }

    /// <summary>AWS's own error code, when AWS answered with one.</summary>
    public string? AwsErrorCode { get; init; }

    /// <summary>The AWS service and operation that failed, such as <c>sts:AssumeRole</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>AWS's id of the failed request, for AWS Support.</summary>
    public string? RequestId { get; init; }

    // The next command belongs to the exception wherever it is translated, so a rewording keeps what AWS said.
    internal ClientAccessException As(ClientAccessError error, string message, string? recommendedAction = null) =>
        new(error, message, this)
        {
            RecommendedAction = recommendedAction ?? RecommendedAction,
            AwsErrorCode = AwsErrorCode,
            Operation = Operation,
            RequestId = RequestId,
        };
}
