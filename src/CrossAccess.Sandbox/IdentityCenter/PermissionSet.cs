using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>A permission set and where it is provisioned.</summary>
internal sealed class PermissionSet(string instanceArn, string name, DateTimeOffset createdAt)
{
    public string Name { get; } = name;
    public string Arn { get; init; } = instanceArn.Replace(":instance/", ":permissionSet/", StringComparison.Ordinal) + "/ps-" + RandomNames.HexDigits(16);
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public string? Description { get; set; }
    public string SessionDuration { get; set; } = "PT1H";
    public string? RelayState { get; set; }
    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);
    public string? InlinePolicy { get; set; }
    public List<string> ManagedPolicies { get; } = [];
    public List<PolicyReference> CustomerPolicies { get; } = [];
    public string? BoundaryArn { get; set; }
    public PolicyReference? BoundaryReference { get; set; }

    /// <summary>Raised by every change that an account gets only by provisioning.</summary>
    public int Revision { get; set; }

    /// <summary>Where the set stands, by account id.</summary>
    public SortedDictionary<string, ProvisionedSet> Accounts { get; } = new(StringComparer.Ordinal);
}
