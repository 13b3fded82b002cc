using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityCenter;

namespace CrossAccess.Sandbox.State;

/// <summary>Identity Center at rest: its sets, where they stand, and how requests fared, oldest first.</summary>
internal sealed record SavedIdentityCenter(
    string Arn,
    DateTimeOffset CreatedAt,
    string ProviderSuffix,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<SavedSet> Sets,
    IReadOnlyList<SavedRequest> Requests)
{
    // How a request about a set fared that is gone is of no use to anyone.
    public static SavedIdentityCenter Of(IdentityCenterInstance instance) => new(
        instance.Arn,
        instance.CreatedAt,
        instance.ProviderSuffix,
        instance.Tags,
        [.. instance.PermissionSets.Select(SavedSet.Of)],
        [.. instance.AllRequests.Where(request => instance.Find(request.PermissionSet.Arn) is not null).Select(SavedRequest.Of)]);

    /// <summary>Fills an instance that was made with this one's ARN.</summary>
    public void Restore(IdentityCenterInstance instance, Cloud cloud)
    {
        foreach ((string key, string value) in Tags)
            instance.Tags.Add(key, value);
        foreach (SavedSet saved in Sets)
        {
            PermissionSet set = saved.Restore(instance.Arn);
            instance.Add(set);
            foreach (SavedProvisioning provisioning in saved.Accounts)
                instance.Stand(set, provisioning.AccountId, provisioning.Restore(set, cloud));
        }
        foreach (SavedRequest request in Requests)
            instance.TakeBack(request.Restore(instance));
    }
}
