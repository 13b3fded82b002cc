using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

internal static class IamErrors
{
    public static ServiceError NoSuchRole(string name) => new("NoSuchEntity", $"The role with name {name} cannot be found.");

    public static ServiceError NoSuchPolicy(string arn) => new("NoSuchEntity", $"Policy {arn} does not exist or is not attachable.");

    public static ServiceError LimitExceeded(string message) => new("LimitExceeded", message);

    /// <summary>The document parsed, or IAM's MalformedPolicyDocument.</summary>
    public static PolicyDocument Parse(string text, PolicyKind kind)
    {
        try
        {
            return PolicyDocument.Parse(text, kind);
        }
        catch (MalformedPolicy malformed)
        {
            throw new ServiceError("MalformedPolicyDocument", malformed.Message);
        }
    }
}
