using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>How roles and permission sets are named for all clients.</summary>
internal static partial class NamingConvention
{
    public const int PermissionSetNameLimit = 32;
    public const int RoleNameLimit = 64;

    /// <summary>The remote role of a tier: the same name in every client's account.</summary>
    public static string RoleName(string company, AccessTier tier)
    {
        string name = $"{company}-{tier.RoleNameSuffix}";
        return name.Length <= RoleNameLimit ? name : throw TooLong("role", name, RoleNameLimit);
    }

    /// <summary>The permission set of a client and tier.</summary>
    public static string PermissionSetName(string client, string tier)
    {
        string name = client + tier;
        return name.Length <= PermissionSetNameLimit
            ? name
            : throw TooLong("permission set", name, PermissionSetNameLimit, $" Give the client a key of at most {PermissionSetNameLimit - tier.Length} characters; its full name fits in -DisplayName.");
    }

    /// <summary>Checks a permission set's name that the convention did not make.</summary>
    public static string ParsePermissionSetName(string text)
    {
        string name = text.Trim();
        if (name.Length > PermissionSetNameLimit) throw TooLong("permission set", name, PermissionSetNameLimit);
        if (PermissionSetPattern().IsMatch(name)) return name;
        throw new ClientAccessException(
            ClientAccessError.InvalidText,
            $"'{Printable.Of(name)}' cannot name a permission set: AWS accepts ASCII letters, digits and _+=,.@- there.");
    }

    public static bool IsPermissionSetName(string? name) => name is { Length: <= PermissionSetNameLimit } && PermissionSetPattern().IsMatch(name);

    private static ClientAccessException TooLong(string kind, string name, int limit, string advice = "") => new(
        ClientAccessError.NameTooLong,
        $"The {kind}'s name '{Printable.Of(name)}' has {name.Length} characters; AWS allows {limit}.{advice}");

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]+\z")]
    private static partial Regex PermissionSetPattern();
}
