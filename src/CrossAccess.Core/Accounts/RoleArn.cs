using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The ARN of an IAM role, taken apart.</summary>
internal sealed partial record RoleArn(string Partition, string AccountId, string Path, string Name)
{
    public static RoleArn Of(string partition, string accountId, string roleName) => new(partition, accountId, "/", roleName);

    public static bool TryParse(string? text, [NotNullWhen(true)] out RoleArn? arn)
    {
        Match match = Pattern().Match(text ?? "");
        arn = match.Success
            ? new RoleArn(match.Groups["partition"].Value, match.Groups["account"].Value, "/" + match.Groups["path"].Value, match.Groups["name"].Value)
            : null;
        return arn is not null;
    }

    public static RoleArn Parse(string? text) => TryParse(text, out RoleArn? arn)
        ? arn
        : throw new ClientAccessException(
            ClientAccessError.InvalidArn,
            $"'{Printable.Of(text ?? "")}' is not the ARN of a role. Type it like arn:aws:iam::222222222222:role/acme-read-only.");

    public override string ToString() => $"arn:{Partition}:iam::{AccountId}:role{Path}{Name}";

    // Name and path as IAM's model has them; no wildcard, so that a policy made of it means this role alone.
    [GeneratedRegex(@"\Aarn:(?<partition>aws(-[a-z]+)*):iam::(?<account>[0-9]{12}):role/(?<path>([A-Za-z0-9_+=,.@/-]{1,510}/)?)(?<name>[A-Za-z0-9_+=,.@-]{1,64})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
