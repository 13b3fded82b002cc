namespace CrossAccess;

/// <summary>How comments and messages name the roles.</summary>
internal static class RolePhrases
{
    /// <summary>Such as <c>the roles acme-read-only and acme-devops</c>.</summary>
    public static string Listed(HandOver handOver)
    {
        string[] names = [.. handOver.Roles.Select(role => role.RoleName)];
        return names.Length == 1 ? $"the role {names[0]}" : $"the roles {string.Join(", ", names[..^1])} and {names[^1]}";
    }

    /// <summary>What the client's admin has to tell afterwards: the provider knows all but which account it was.</summary>
    public static string SentBack(HandOver handOver) => handOver.AccountId is null ? "Nothing has to be sent back but the account's id." : "Nothing has to be sent back.";

    public static string Place(HandOver handOver) => handOver.AccountId is { } account ? $"AWS account {account}" : "your AWS account";
}
