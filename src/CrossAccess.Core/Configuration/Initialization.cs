namespace CrossAccess;

/// <summary>Discovers how a provider is set up and records it.</summary>
internal sealed class Initialization(IAwsConnector connector, InventoryFile inventory, EnteredRoles entered)
{
    /// <summary>Reads AWS and the inventory; changes neither.</summary>
    public async Task<IChange<CrossAccessConfiguration>> PlanAsync(InitializationRequest request, IActivity activity, CancellationToken cancellation)
    {
        string company = CompanyName.Parse(request.Company);
        Inventory recorded = inventory.Read();
        RefuseOtherCompany(recorded, company);
        request = request.OrAsRecorded(recorded);

        IAwsSession admin = await ConnectAsync(request.AdminProfileName, request.Region, cancellation).ConfigureAwait(false);
        CallerIdentity caller = await admin.GetCallerAsync(cancellation).ConfigureAwait(false);
        activity.Verbose($"Admin account {caller.AccountId}, as {caller.Arn}, from {admin.Source}.");
        string region = request.Region ?? admin.Region ?? throw NoRegion();
        IdentityCenterInstance instance = await ChooseInstanceAsync(admin, region, request.InstanceArn, cancellation).ConfigureAwait(false);
        await RequireAdministratorAsync(admin, caller, instance, region, cancellation).ConfigureAwait(false);
        string home = await FindHomeAsync(request, caller, activity, cancellation).ConfigureAwait(false);
        if (home == instance.OwnerAccountId)
        {
            activity.Warn($"The home account {home} is the organization's management account. AWS advises keeping people out of it: its roles escape service control policies, and a delegated administrator cannot manage permission sets that are provisioned there. Name another with -HomeAccountId.");
        }

        var configuration = new CrossAccessConfiguration
        {
            Company = company,
            HomeAccountId = home,
            AdminAccountId = caller.AccountId,
            Region = instance.PrimaryRegion ?? region,
            InstanceArn = instance.Arn,
            IdentityStoreId = instance.IdentityStoreId,
            StartUrl = request.StartUrl ?? $"https://{instance.IdentityStoreId}.awsapps.com/start",
            AdminProfileName = request.AdminProfileName,
            HomeProfileName = request.HomeProfileName,
            HasDenyPolicy = request.DenyPolicy ?? recorded.DenyPolicy == true,
            InventoryPath = inventory.Path,
        };
        var steps = new ChangeSteps();
        if (request.DenyPolicy == true) await AddDenyPolicyAsync(configuration, caller.AccountId == home ? admin : null, steps, cancellation).ConfigureAwait(false);
        bool isWritten = ReferenceEquals(configuration.WrittenTo(recorded), recorded);
        if (!isWritten) steps.Add($"record company {company}, home account {home} and Identity Center instance {instance.Arn}", token => inventory.UpdateAsync(configuration.WrittenTo, token));
        ChangeStatus status = steps.IsEmpty ? ChangeStatus.Unchanged : recorded.Company is null ? ChangeStatus.Created : ChangeStatus.Updated;
        return new PlannedChange<CrossAccessConfiguration>(
            inventory.Path,
            steps.IsEmpty ? null : steps.ToString(),
            configuration with { Status = steps.IsEmpty ? ChangeStatus.Unchanged : ChangeStatus.Planned },
            async (say, token) =>
            {
                await steps.RunAsync(say, token).ConfigureAwait(false);
                return configuration with { Status = status };
            });
    }

    /// <param name="home">Home's own administrator where that is the admin account's; null: the credentials recorded for home.</param>
    private async Task AddDenyPolicyAsync(CrossAccessConfiguration configuration, IAwsSession? home, ChangeSteps steps, CancellationToken cancellation)
    {
        home ??= configuration.HomeProfileName is { } profile
            ? await ConnectAsync(profile, configuration.Region, cancellation).ConfigureAwait(false)
            : throw new ClientAccessException(ClientAccessError.AccountMismatch, $"The policy {DenyPolicy.Name} is made in the home account {configuration.HomeAccountId}, and no credentials of it are named. Nothing was recorded.")
            {
                RecommendedAction = $"Name a profile of an administrator of it: Initialize-CrossAccess {configuration.Company} -DenyPolicy -HomeProfileName <profile>",
            };
        IIamPolicies policies = home.Policies;
        if (await policies.FindAsync(DenyPolicy.ArnOf(configuration.Partition, configuration.HomeAccountId), cancellation).ConfigureAwait(false) is not { } found)
        {
            steps.Add($"create the policy {DenyPolicy.Name} in home account {configuration.HomeAccountId}", token => HomeDenyPolicy.CreateAsync(policies, configuration.Company, token));
            return;
        }
        if (!DenyPolicy.Read(found.Document).Allows) return;
        throw new ClientAccessException(ClientAccessError.ResourceExists, $"Home account {configuration.HomeAccountId} has a policy {DenyPolicy.Name} that also allows something, and every client permission set would carry it. Nothing was recorded.")
        {
            RecommendedAction = "Delete it in IAM's console, or take what it allows out of it, and run the command again.",
        };
    }

    private Task<IAwsSession> ConnectAsync(string? profileName, string? region, CancellationToken cancellation)
    {
        CredentialSource source = profileName is null ? new CredentialSource.Ambient(entered.HomeEnvironment) : new CredentialSource.Profile(profileName, entered.HomeEnvironment);
        return connector.ConnectAsync(source, region, cancellation);
    }

    private async Task<string> FindHomeAsync(InitializationRequest request, CallerIdentity admin, IActivity activity, CancellationToken cancellation)
    {
        string? named = request.HomeAccountId;
        if (request.HomeProfileName is null) return named ?? admin.AccountId;

        IAwsSession session = await ConnectAsync(request.HomeProfileName, request.Region, cancellation).ConfigureAwait(false);
        CallerIdentity caller = await session.GetCallerAsync(cancellation).ConfigureAwait(false);
        activity.Verbose($"Home account {caller.AccountId}, as {caller.Arn}, from {session.Source}.");
        if (named is null || named == caller.AccountId) return caller.AccountId;
        throw new ClientAccessException(ClientAccessError.AccountMismatch, $"Profile '{request.HomeProfileName}' belongs to account {caller.AccountId}, but -HomeAccountId is {named}. Nothing was recorded.");
    }

    // Every account of an organization sees its instance; only two of them may administer it, and only asking tells.
    private static async Task RequireAdministratorAsync(IAwsSession admin, CallerIdentity caller, IdentityCenterInstance instance, string region, CancellationToken cancellation)
    {
        try
        {
            await using IAsyncEnumerator<string> sets = admin.IdentityCenter(instance.PrimaryRegion ?? region, instance.Arn).ListPermissionSetArnsAsync(cancellation).GetAsyncEnumerator(cancellation);
            await sets.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
        {
            throw e.As(
                ClientAccessError.ClientAccessDenied,
                $"{caller.Arn} (account {caller.AccountId}) may not administer Identity Center. Nothing was recorded. AWS said: {(e.InnerException ?? e).Message}",
                $"Use an administrator of the management account{(instance.OwnerAccountId is null ? "" : $" {instance.OwnerAccountId}")} or of Identity Center's delegated administrator: -AdminProfileName <profile>");
        }
    }

    private static async Task<IdentityCenterInstance> ChooseInstanceAsync(IAwsSession admin, string region, string? instanceArn, CancellationToken cancellation)
    {
        IReadOnlyList<IdentityCenterInstance> instances = await admin.ListInstancesAsync(region, cancellation).ConfigureAwait(false);
        IdentityCenterInstance[] matching = [.. instances.Where(instance => instanceArn is null || instance.Arn == instanceArn)];
        return matching switch
        {
            [var only] => only,
            [] when instances.Count == 0 => throw new ClientAccessException(ClientAccessError.InstanceNotFound, $"There is no Identity Center instance in Region {region} that {admin.Source} can see.")
            {
                RecommendedAction = "Name the Region that Identity Center's console shows: -Region <region>. Its API answers in the management account and its delegated administrator alone.",
            },
            [] => throw new ClientAccessException(ClientAccessError.InstanceNotFound, $"There is no Identity Center instance '{Printable.Of(instanceArn ?? "")}' in Region {region}. There is {Listed(instances)}."),
            _ => throw new ClientAccessException(ClientAccessError.InstanceAmbiguous, $"There are {matching.Length} Identity Center instances in Region {region}: {Listed(matching)}.")
            {
                RecommendedAction = $"Name one: -InstanceArn {matching[0].Arn}",
            },
        };
    }

    // Two companies in one inventory would name each other's roles.
    private void RefuseOtherCompany(Inventory recorded, string company)
    {
        if (recorded.Company is null || recorded.Company == company) return;
        throw new ClientAccessException(ClientAccessError.ResourceExists, $"The inventory {inventory.Path} is of company '{recorded.Company}'; its roles and tags carry that name.")
        {
            RecommendedAction = $"For '{company}', name another inventory first: $env:{InventoryFile.PathVariable} = '<path>'",
        };
    }

    private static string Listed(IEnumerable<IdentityCenterInstance> instances) =>
        string.Join(", ", instances.Select(instance => instance.Name is null ? instance.Arn : $"{instance.Arn} ({Printable.Of(instance.Name)})"));

    private static ClientAccessException NoRegion() => new(ClientAccessError.RegionNotFound, "No AWS Region is known.")
    {
        RecommendedAction = "Name Identity Center's: -Region eu-west-1, or set $env:AWS_REGION",
    };
}
