namespace CrossAccess;

/// <summary>
/// A link to the console's Switch Role page, filled in. It holds no secret: whoever follows it is signed in to the console of
/// the home account already, and needs what Enter-ClientRole needs.
/// </summary>
/// <param name="Client">The client's key.</param>
/// <param name="AccountId">The client's account.</param>
/// <param name="AccountName">The account's short name; null where it has none.</param>
/// <param name="Tier">The tier.</param>
/// <param name="RoleArn">The role that is changed to.</param>
/// <param name="DisplayName">What the console shows the role as, at most 64 characters.</param>
/// <param name="Color">Six hexadecimal digits.</param>
/// <param name="Url">The link.</param>
public sealed record SwitchRoleLink(string Client, string AccountId, string? AccountName, string Tier, string RoleArn, string DisplayName, string Color, string Url)
{
    /// <inheritdoc/>
    public override string ToString() => Url;
}
