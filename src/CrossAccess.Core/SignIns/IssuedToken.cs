namespace CrossAccess;

/// <summary>A token as Identity Center issues it.</summary>
internal sealed record IssuedToken(string AccessToken, TimeSpan ExpiresIn, string? RefreshToken)
{
    // A record prints its members; these are secrets.
    public override string ToString() => "token";
}
