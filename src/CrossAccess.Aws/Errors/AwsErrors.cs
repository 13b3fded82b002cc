using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace CrossAccess.Aws;

/// <summary>Every way in which a request to AWS fails, in the module's words.</summary>
internal static class AwsErrors
{
    private const string RepeatAfterTimeout = "Repeat the command; check the network when it happens again. A change may have been made nevertheless: repeating it is safe.";

    private static readonly Dictionary<string, ClientAccessError> ByCode = new(StringComparer.Ordinal)
    {
        ["AccessDenied"] = ClientAccessError.ClientAccessDenied,
        ["AccessDeniedException"] = ClientAccessError.ClientAccessDenied,
        ["UnauthorizedOperation"] = ClientAccessError.ClientAccessDenied,
        ["AuthorizationError"] = ClientAccessError.ClientAccessDenied,
        ["ForbiddenException"] = ClientAccessError.ClientAccessDenied,
        ["ExpiredToken"] = ClientAccessError.CredentialsExpired,
        ["ExpiredTokenException"] = ClientAccessError.CredentialsExpired,
        ["TokenRefreshRequired"] = ClientAccessError.CredentialsExpired,
        ["UnauthorizedException"] = ClientAccessError.CredentialsExpired,
        ["InvalidClientTokenId"] = ClientAccessError.CredentialsInvalid,
        ["UnrecognizedClientException"] = ClientAccessError.CredentialsInvalid,
        ["InvalidAccessKeyId"] = ClientAccessError.CredentialsInvalid,
        ["SignatureDoesNotMatch"] = ClientAccessError.CredentialsInvalid,
        ["InvalidSignatureException"] = ClientAccessError.CredentialsInvalid,
        ["IncompleteSignature"] = ClientAccessError.CredentialsInvalid,
        ["IncompleteSignatureException"] = ClientAccessError.CredentialsInvalid,
        ["RequestExpired"] = ClientAccessError.CredentialsInvalid,
        ["RequestTimeTooSkewed"] = ClientAccessError.CredentialsInvalid,
        ["MissingAuthenticationToken"] = ClientAccessError.CredentialsInvalid,
        ["MissingAuthenticationTokenException"] = ClientAccessError.CredentialsInvalid,
        ["AuthFailure"] = ClientAccessError.CredentialsInvalid,
        ["InvalidIdentityToken"] = ClientAccessError.CredentialsInvalid,
        ["IDPRejectedClaim"] = ClientAccessError.CredentialsInvalid,
        ["NoSuchEntity"] = ClientAccessError.ResourceNotFound,
        ["ResourceNotFoundException"] = ClientAccessError.ResourceNotFound,
        ["EntityAlreadyExists"] = ClientAccessError.ResourceExists,
        ["ConflictException"] = ClientAccessError.ChangeInProgress,
        ["ConcurrentModification"] = ClientAccessError.ChangeInProgress,
        ["EntityTemporarilyUnmodifiable"] = ClientAccessError.ChangeInProgress,
        ["DeleteConflict"] = ClientAccessError.ResourceInUse,
        ["Throttling"] = ClientAccessError.RequestThrottled,
        ["ThrottlingException"] = ClientAccessError.RequestThrottled,
        ["ThrottledException"] = ClientAccessError.RequestThrottled,
        ["TooManyRequestsException"] = ClientAccessError.RequestThrottled,
        ["RequestLimitExceeded"] = ClientAccessError.RequestThrottled,
        ["RequestThrottled"] = ClientAccessError.RequestThrottled,
        ["RequestThrottledException"] = ClientAccessError.RequestThrottled,
        ["SlowDown"] = ClientAccessError.RequestThrottled,
        ["LimitExceeded"] = ClientAccessError.QuotaExceeded,
        ["ServiceQuotaExceededException"] = ClientAccessError.QuotaExceeded,
        ["MalformedPolicyDocument"] = ClientAccessError.InvalidPolicyDocument,
        ["PackedPolicyTooLarge"] = ClientAccessError.PolicyTooLong,
        ["ServiceUnavailable"] = ClientAccessError.ServiceUnavailable,
        ["ServiceUnavailableException"] = ClientAccessError.ServiceUnavailable,
        ["InternalFailure"] = ClientAccessError.ServiceUnavailable,
        ["InternalServerException"] = ClientAccessError.ServiceUnavailable,
        ["ServiceFailure"] = ClientAccessError.ServiceUnavailable,
        ["IDPCommunicationError"] = ClientAccessError.ServiceUnavailable,
    };

    public static ClientAccessException From(Exception exception, FailedCall call)
    {
        foreach (Exception cause in Causes(exception))
        {
            switch (cause)
            {
                case ClientAccessException known:
                    return InCall(known, call);
                case AmazonServiceException { ErrorCode.Length: > 0 } answered:
                    return FromAnswer(answered, call);
                case InvalidDataException unreadable:
                    return Unreadable(unreadable, call);
                case TimeoutException or OperationCanceledException:
                    return TimedOut(call, exception);
                case HttpRequestException or SocketException or IOException:
                    return Interrupted(call, cause);
            }
        }

        return exception is AmazonServiceException { StatusCode: not 0 } answer
            ? FromAnswer(answer, call)
            : new ClientAccessException(ClientAccessError.UnexpectedFailure, $"{call} failed unexpectedly: {exception.Message}", exception) { Operation = call.Operation };
    }

    /// <summary>The host could not be reached at all, so the request was not sent.</summary>
    public static ClientAccessException Unreachable(string? host, Exception cause) =>
        new(ClientAccessError.EndpointUnreachable, $"'{host}' cannot be reached: {cause.GetBaseException().Message.TrimEnd('.')}.", cause)
        {
            RecommendedAction = "Check the network, the proxy (HTTPS_PROXY), the Region and any AWS_ENDPOINT_URL.",
        };

    /// <summary>The host was reached and said nothing.</summary>
    public static ClientAccessException Unanswered(string? host, TimeSpan timeout, Exception cause) =>
        new(ClientAccessError.RequestTimedOut, $"'{host}' did not answer within {timeout.TotalSeconds:0} seconds.", cause)
        {
            RecommendedAction = RepeatAfterTimeout,
        };

    // Credentials are read while a request is under way, so their errors come out of one; they speak for themselves.
    private static ClientAccessException InCall(ClientAccessException known, FailedCall call) =>
        known is { Operation: null, Error: ClientAccessError.EndpointUnreachable or ClientAccessError.RequestTimedOut }
            ? new ClientAccessException(known.Error, $"{call} failed: {known.Message}", known)
            {
                Operation = call.Operation,
                RecommendedAction = known.RecommendedAction,
            }
            : known;

    private static ClientAccessException FromAnswer(AmazonServiceException answer, FailedCall call)
    {
        ClientAccessError error = ErrorOf(answer);
        // AWS explains a wrong signature by the text that was to be signed, in which the session token stands.
        bool mayTellSecrets = error == ClientAccessError.CredentialsInvalid;
        string said = mayTellSecrets ? FirstSentence(answer.Message) : answer.Message.Trim();
        return new ClientAccessException(error, $"{Beginning(error, call)} AWS said: {said} ({answer.ErrorCode ?? ((int)answer.StatusCode).ToString(null, null)})", mayTellSecrets ? null : answer)
        {
            AwsErrorCode = answer.ErrorCode,
            Operation = call.Operation,
            RequestId = answer.RequestId,
            RecommendedAction = ActionOf(error, answer, call),
        };
    }

    private static ClientAccessError ErrorOf(AmazonServiceException answer)
    {
        // Modelled names end in "Exception" in some services and not in others.
        string code = answer.ErrorCode ?? "";
        if (ByCode.TryGetValue(code, out ClientAccessError error)) return error;
        if (code.EndsWith("Exception", StringComparison.Ordinal) && ByCode.TryGetValue(code[..^"Exception".Length], out error)) return error;

        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => ClientAccessError.CredentialsInvalid,
            HttpStatusCode.Forbidden => ClientAccessError.ClientAccessDenied,
            HttpStatusCode.NotFound => ClientAccessError.ResourceNotFound,
            HttpStatusCode.TooManyRequests => ClientAccessError.RequestThrottled,
            >= HttpStatusCode.InternalServerError => ClientAccessError.ServiceUnavailable,
            _ => ClientAccessError.RequestRejected,
        };
    }

    private static string Beginning(ClientAccessError error, FailedCall call) => error switch
    {
        ClientAccessError.ClientAccessDenied => $"AWS refused {call}.",
        ClientAccessError.CredentialsExpired => $"The credentials have expired: {call}.",
        ClientAccessError.CredentialsInvalid => $"AWS does not accept the credentials: {call}.",
        ClientAccessError.RequestThrottled => $"AWS throttled {call}, and kept doing so.",
        ClientAccessError.QuotaExceeded => $"A quota of AWS is used up: {call}.",
        ClientAccessError.ServiceUnavailable => $"AWS failed on its side: {call}.",
        ClientAccessError.ChangeInProgress => $"AWS is still busy with an earlier change, or the name is taken: {call}.",
        ClientAccessError.ResourceNotFound => $"What the request names does not exist: {call}.",
        ClientAccessError.ResourceExists => $"It exists already: {call}.",
        ClientAccessError.ResourceInUse => $"It is still in use: {call}.",
        _ => $"AWS does not accept {call}.",
    };

    private static string? ActionOf(ClientAccessError error, AmazonServiceException answer, FailedCall call) => error switch
    {
        _ when answer.ErrorCode == "RegionDisabledException" => "Have the account's administrator activate STS in this Region, or name another with -Region.",
        _ when IsClockWrong(answer) => "Set this computer's clock: AWS refuses signatures that are more than five minutes off.",
        ClientAccessError.ClientAccessDenied when answer.Message.Contains("KMS", StringComparison.Ordinal) =>
            "Allow the caller to use the KMS key that encrypts Identity Center (kms:Decrypt).",
        ClientAccessError.ClientAccessDenied when call.Operation is "sts:AssumeRole" =>
            "Check that the caller's policy allows sts:AssumeRole on the role and that the role's trust policy allows the caller.",
        ClientAccessError.ClientAccessDenied => $"Allow {call.Operation} in the caller's policy, or use other credentials.",
        ClientAccessError.CredentialsExpired => "Sign in again (such as by 'aws sso login') or renew the keys, and repeat the command.",
        ClientAccessError.CredentialsInvalid => "Check the access key, its secret and its session token: they must be of one set, and active.",
        ClientAccessError.RequestThrottled or ClientAccessError.ServiceUnavailable => "Repeat the command after a while: what is done already is left as it is.",
        ClientAccessError.QuotaExceeded => "Remove what is no longer used, or ask AWS for more in Service Quotas.",
        ClientAccessError.ChangeInProgress => "Repeat the command after a while.",
        _ => null,
    };

    private static bool IsClockWrong(AmazonServiceException answer) =>
        answer.ErrorCode is "RequestTimeTooSkewed" or "RequestExpired"
        || answer.Message.StartsWith("Signature expired", StringComparison.Ordinal)
        || answer.Message.StartsWith("Signature not yet current", StringComparison.Ordinal);

    // The SDK quotes the line, which may be a secret: only its number is repeated, and the exception is not passed on.
    private static ClientAccessException Unreadable(InvalidDataException unreadable, FailedCall call) =>
        new(ClientAccessError.ProfileUnusable, $"{call} failed: the AWS SDK cannot read the file that AWS_CONFIG_FILE names: {LineOf(unreadable.Message)} is neither a section, a setting nor a comment.")
        {
            Operation = call.Operation,
            RecommendedAction = "Correct the file and start a new shell: the SDK does not read it again in this one.",
        };

    private static string LineOf(string message)
    {
        int end = message.IndexOf(':', StringComparison.Ordinal);
        return message.StartsWith("Line ", StringComparison.Ordinal) && end > 0 ? Printable.Of(message[..end].ToLowerInvariant()) : "a line of it";
    }

    private static ClientAccessException TimedOut(FailedCall call, Exception cause) =>
        new(ClientAccessError.RequestTimedOut, $"AWS did not answer in time: {call}.", cause)
        {
            Operation = call.Operation,
            RecommendedAction = RepeatAfterTimeout,
        };

    private static ClientAccessException Interrupted(FailedCall call, Exception cause) =>
        new(ClientAccessError.EndpointUnreachable, $"{call} failed: the connection broke: {cause.GetBaseException().Message.TrimEnd('.')}.", cause)
        {
            Operation = call.Operation,
            RecommendedAction = "Repeat the command; check the network and the proxy (HTTPS_PROXY) when it happens again.",
        };

    private static string FirstSentence(string message)
    {
        string line = message.Split('\n', 2)[0].Trim();
        int end = line.IndexOf(". ", StringComparison.Ordinal);
        return Printable.Of(end < 0 ? line : line[..(end + 1)]);
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
