using System.Security.Cryptography;

namespace CrossAccess;

/// <summary>Writes what a client's admin is handed. It asks nothing of AWS: names and policies follow from the inventory.</summary>
internal sealed class RemoteAccessTemplates(InventoryFile file)
{
    private readonly SettledChanges _changes = new();

    /// <summary>Works out text or files, and what is to be recorded. Changes nothing.</summary>
    public Task<IChange<RemoteAccessTemplate>> PlanAsync(RemoteAccessTemplateRequest request, IActivity activity, CancellationToken cancellation) =>
        // Two rows of one client share an external id, and the later one is to find the earlier one's.
        _changes.PlanAsync(ClientName.Parse(request.Terms.Client), _ => Task.FromResult(Plan(request, activity)), cancellation);

    private IChange<RemoteAccessTemplate> Plan(RemoteAccessTemplateRequest request, IActivity activity)
    {
        Inventory inventory = file.Read();
        CrossAccessConfiguration configuration = CrossAccessConfiguration.Of(file);
        // 128 bits of it, as AWS advises for an id that no one may guess.
        HandOver handOver = HandOver.Create(request, inventory, configuration, RandomNumberGenerator.GetHexString(32, lowercase: true));
        HandOver preview = HandOver.Create(request, inventory, configuration, newExternalId: null);
        WarnOfLongTrust(handOver, activity);

        HandOverFolder? folder = FolderOf(handOver, request);
        var steps = new ChangeSteps();
        bool isNew = folder is { Exists: false };
        Inventory recorded = handOver.RecordedIn(inventory, request);
        if (!ReferenceEquals(recorded, inventory))
        {
            isNew |= inventory.Clients.GetValueOrDefault(handOver.Client)?.Accounts.Exists(account => account.Id == handOver.AccountId) != true;
            // First the record: a template with an external id that nobody knows any more would let nobody in.
            steps.Add($"record account {handOver.AccountId} and {RolePhrases.Listed(handOver)} in the inventory", token => file.UpdateAsync(current => handOver.RecordedIn(current, request), token));
        }
        IReadOnlyList<string> outdated = folder?.Outdated() ?? [];
        if (folder is not null && outdated.Count > 0)
            steps.Add($"write {string.Join(", ", outdated)} in {folder.Path}", _ => Task.Run(folder.Write, CancellationToken.None));

        ChangeStatus done = steps.IsEmpty ? ChangeStatus.Unchanged : isNew ? ChangeStatus.Created : ChangeStatus.Updated;
        RemoteAccessTemplate result = ToResult(handOver, request, folder, done);
        return new PlannedChange<RemoteAccessTemplate>(
            handOver.AccountId is null ? handOver.Client : $"{handOver.Client}, account {handOver.AccountId}",
            steps.IsEmpty ? null : steps.ToString(),
            steps.IsEmpty ? result : ToResult(preview, request, folder, ChangeStatus.Planned),
            async (say, token) =>
            {
                await steps.RunAsync(say, token).ConfigureAwait(false);
                return result;
            });
    }

    private static HandOverFolder? FolderOf(HandOver handOver, RemoteAccessTemplateRequest request) => request.Path is not { } parent
        ? null
        : new HandOverFolder(Path.Combine(parent, handOver.AccountId is null ? handOver.Client : $"{handOver.Client}-{handOver.AccountId}"), TemplateFiles.All(handOver));

    private static RemoteAccessTemplate ToResult(HandOver handOver, RemoteAccessTemplateRequest request, HandOverFolder? folder, ChangeStatus status) => new()
    {
        Client = handOver.Client,
        AccountId = handOver.AccountId,
        AccountName = handOver.AccountName,
        Tier = [.. handOver.Roles.Select(role => role.Tier.Tier)],
        RoleName = [.. handOver.Roles.Select(role => role.RoleName)],
        RoleArn = handOver.AccountId is not null && handOver.Roles is [var only] ? handOver.ArnOf(only) : null,
        ExternalId = handOver.ExternalId,
        Format = folder is null ? request.Format : null,
        QuickCreateUrl = handOver.QuickCreateUrl,
        Path = folder?.Path,
        File = folder?.FileNames ?? [],
        Status = status,
        Content = folder is null ? TemplateFiles.TextOf(handOver, request.Format) : "",
    };

    // What the account allows is not known here; AWS raises it on request.
    private static void WarnOfLongTrust(HandOver handOver, IActivity activity)
    {
        foreach (RemoteAccessRoleBlueprint role in handOver.Roles.Where(role => role.Trust.Size > TrustPolicy.DefaultLimit))
            activity.Warn($"The trust policy of {role.RoleName} has {role.Trust.Size:N0} characters; an account allows {TrustPolicy.DefaultLimit:N0} unless its quota was raised. Name fewer roles in -TrustedRoleArn, or a shorter -ExternalId.");
    }
}
