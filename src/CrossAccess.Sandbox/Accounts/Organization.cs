namespace CrossAccess.Sandbox.Accounts;

/// <summary>The provider's organization. Client accounts are outside it.</summary>
internal sealed record Organization(string Id, string ManagementAccountId, string DelegatedAccountId)
{
    public string RootId => "r-" + Id[2..6];

    /// <summary>The one organizational unit, in which all accounts but the management account are.</summary>
    public string UnitId => $"ou-{Id[2..6]}-{Id[2..10]}";
}
