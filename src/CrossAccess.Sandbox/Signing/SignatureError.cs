using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Signing;

/// <summary>
/// What AWS's front ends answer to a bad signature: the Query services and the JSON services have their own codes for the same
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html and each service's "Common errors").
/// </summary>
internal static class SignatureError
{
    public static ServiceError Missing(string protocol) => protocol == "query"
        ? new("MissingAuthenticationToken", "Request is missing Authentication Token", 403)
        : new("MissingAuthenticationTokenException", "Missing Authentication Token", 400);

    public static ServiceError Incomplete(string protocol, string what) => protocol == "query"
        ? new("IncompleteSignature", what, 400)
        : new("IncompleteSignatureException", what, 400);

    public static ServiceError UnknownKey(string protocol) => protocol == "query"
        ? new("InvalidClientTokenId", "The security token included in the request is invalid.", 403)
        : new("UnrecognizedClientException", "The security token included in the request is invalid.", 400);

    public static ServiceError Expired(string protocol) => protocol == "query"
        ? new("ExpiredToken", "The security token included in the request is expired", 403)
        : new("ExpiredTokenException", "The security token included in the request is expired", 400);

    public static ServiceError Mismatch(string protocol)
        => Refused(protocol, "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    public static ServiceError Refused(string protocol, string why) => protocol == "query"
        ? new("SignatureDoesNotMatch", why, 403)
        : new("InvalidSignatureException", why, 400);
}
