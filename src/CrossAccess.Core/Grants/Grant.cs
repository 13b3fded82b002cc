namespace CrossAccess;

/// <summary>A grant as it is planned: which permission set on the home account, and whose. Everything in it was found in AWS.</summary>
internal sealed record Grant(string Client, string Tier, PermissionSetState Set, string HomeAccountId, Principal Principal)
{
    /// <summary>From the pipeline, for the result alone.</summary>
    public string? AccountId { get; init; }

    public string Target => $"{Client}, permission set {Set.Name} on home account {HomeAccountId}";

    /// <summary>The principal in words.</summary>
    public string Who => $"{(Principal.Type == PrincipalType.Group ? "group" : "user")} {Printable.Of(Principal.Name)}";

    public AccountAssignment Assignment => new(HomeAccountId, Set.Arn, Principal.Type, Principal.Id);

    /// <summary>As the inventory records it: by name, since SCIM may replace ids.</summary>
    public InventoryGrant ToRecord(string? reason, DateTimeOffset? expires) => new(Client, Tier, Principal.Type, Principal.Name) { Reason = reason, Expires = expires };

    public ClientAccess ToResult(ChangeStatus? status, DateTimeOffset? expires = null) => new()
    {
        Client = Client,
        AccountId = AccountId,
        Tier = Tier,
        PermissionSetName = Set.Name,
        PrincipalType = Principal.Type,
        PrincipalName = Principal.Name,
        PrincipalId = Principal.Id,
        Expires = expires,
        Status = status,
    };
}
