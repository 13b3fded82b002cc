using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The ARN of a managed policy, AWS's or a customer's.</summary>
internal static partial class PolicyArn
{
    public static string Parse(string text) => Pattern().IsMatch(text.Trim())
        ? text.Trim()
        : throw new ClientAccessException(
            ClientAccessError.InvalidArn,
            $"'{Printable.Of(text)}' is not the ARN of a managed policy. Type it like arn:aws:iam::aws:policy/PowerUserAccess.");

    [GeneratedRegex(@"\Aarn:aws(-[a-z]+)*:iam::(aws|[0-9]{12}):policy/([A-Za-z0-9_+=,.@/-]{1,510}/)?[A-Za-z0-9_+=,.@-]{1,128}\z")]
    private static partial Regex Pattern();
}
