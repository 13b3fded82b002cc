namespace CrossAccess;

/// <summary>The lines of an off-boarding's report about roles in clients' accounts.</summary>
internal static class OffboardingReport
{
    public static ClientRemoval RowOf(OffboardedAccount account, OffboardedRole role, ChangeStatus status) => new()
    {
        Client = account.Client,
        Kind = ClientRemovalKind.RemoteAccessRole,
        AccountId = account.AccountId,
        Tier = role.Tier,
        Name = role.Name,
        Status = status,
    };

    /// <summary>What is left of an account before anything is done in it.</summary>
    public static IEnumerable<ClientRemoval> Preview(OffboardedAccount account, CrossAccessConfiguration configuration) => !account.IsReached && account.Shut is null
        ? OfUnreached(account, configuration)
        : account.Roles.Where(role => role.IsOfNote).Select(role => WithoutDoing(account, role, configuration) ?? Planned(account, role));

    /// <summary>The row of a role with which nothing is to be done; null: there is.</summary>
    public static ClientRemoval? WithoutDoing(OffboardedAccount account, OffboardedRole role, CrossAccessConfiguration configuration) => role switch
    {
        _ when role == account.Shut => RowOf(account, role, ChangeStatus.Unchanged) with
        {
            Reason = "An earlier run shut it, and it refuses us as it should.",
            NextStep = ForTheirAdmin(account, RoleDeletionCommands.Whatever(role.Name)),
        },
        { Found: null } => RowOf(account, role, ChangeStatus.Unchanged) with { Reason = account.IsReached ? "It has gone already." : "An earlier run left it." },
        { IsOurs: false } => RowOf(account, role, ChangeStatus.Skipped) with
        {
            Reason = $"It was not made for {account.Client} by {configuration.Company}: it has no tag {Tags.Company}={configuration.Company}{(account.IsRecorded ? "" : $" and {Tags.Client}={account.Client}")}.",
            NextStep = $"Ask an admin of account {account.AccountId} whose it is; who may delete it is theirs to say.",
        },
        _ => null,
    };

    /// <summary>A role that could not be removed.</summary>
    public static ClientRemoval Skipped(OffboardedAccount account, OffboardedRole role, string reason) => RowOf(account, role, ChangeStatus.Skipped) with
    {
        Reason = reason,
        NextStep = ForTheirAdmin(account, RoleDeletionCommands.Whatever(role.Name)),
    };

    public static ClientRemoval Shut(OffboardedAccount account, OffboardedRole role, DateTimeOffset? endsBy) => RowOf(account, role, ChangeStatus.Updated) with
    {
        Reason = endsBy is null
            ? "It was acted through, so it cannot be deleted from here. It lets nobody in any more, and its open sessions are ended."
            : $"It was acted through, so it cannot be deleted from here. It lets nobody in any more, and its open sessions end by {endsBy:u} at the latest.",
        NextStep = ForTheirAdmin(account, RoleDeletionCommands.Of(role.Name, role.AttachedPolicyArns, role.InlinePolicyNames.Append(OlderSessionsPolicy.Name).Distinct(StringComparer.Ordinal))),
    };

    /// <summary>A row for each role that is recorded in an account that could not be reached.</summary>
    public static IEnumerable<ClientRemoval> OfUnreached(OffboardedAccount account, CrossAccessConfiguration configuration)
    {
        OffboardedRole[] recorded = [.. account.Roles.Where(role => role.Record is not null)];
        if (recorded.Length > 0) return recorded.Select(role => Skipped(account, role, account.Unreachable!.Message));
        return
        [
            new ClientRemoval
            {
                Client = account.Client,
                Kind = ClientRemovalKind.RemoteAccessRole,
                AccountId = account.AccountId,
                Name = $"{configuration.Company}-*",
                Status = ChangeStatus.Skipped,
                Reason = account.Unreachable!.Message,
                NextStep = ForTheirAdmin(account, $"aws iam list-roles --query \"Roles[?starts_with(RoleName, '{configuration.Company}-')].RoleName\""),
            },
        ];
    }

    private static ClientRemoval Planned(OffboardedAccount account, OffboardedRole role) => RowOf(account, role, ChangeStatus.Planned) with
    {
        Reason = role.IsActedThrough ? "It is acted through, so it cannot be deleted from here. It will let nobody in any more, and its open sessions will be ended." : null,
    };

    // As it stands it can be pasted.
    private static string ForTheirAdmin(OffboardedAccount account, string commands) => $"# For an admin of account {account.AccountId}, in CloudShell:\n{commands}";
}
