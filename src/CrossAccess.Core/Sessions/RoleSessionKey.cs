namespace CrossAccess;

/// <summary>Which session of which user: names as typed are told apart without case.</summary>
internal readonly record struct RoleSessionKey(string SignInFile, string UserName, string Client, string Tier, string Account)
{
    public static RoleSessionKey Of(SignInToken signIn, string userName, string client, string tier, string? account) =>
        new(signIn.FileName, userName, client.ToUpperInvariant(), tier.ToUpperInvariant(), (account ?? "").ToUpperInvariant());
}
