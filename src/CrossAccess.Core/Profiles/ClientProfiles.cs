namespace CrossAccess;

/// <summary>Works out what our block of a file shall hold. It reads and writes nothing itself.</summary>
internal sealed class ClientProfiles
{
    private readonly IProfileFormat _format;
    private readonly Inventory _inventory;
    private readonly CrossAccessConfiguration _configuration;

    /// <param name="signInName">The sso-session to start from; null: the company's.</param>
    /// <exception cref="ClientAccessException">Something in the inventory is not what may stand in such a file.</exception>
    public ClientProfiles(ClientProfileFormat format, Inventory inventory, CrossAccessConfiguration configuration, string? signInName = null)
    {
        _inventory = inventory;
        // The inventory is edited by hand, and a line end in any of these would write a profile of somebody else's choice.
        _configuration = configuration with
        {
            Company = CompanyName.Parse(configuration.Company),
            HomeAccountId = AccountId.Parse(configuration.HomeAccountId),
            Region = RegionName.Parse(configuration.Region),
        };
        _format = format == ClientProfileFormat.AwsExtendSwitchRoles
            ? new SwitchRoleFormat(_configuration.HomeAccountId, inventory.ListTiers())
            : new AwsConfigFormat(_configuration, ProfileName.ParseSession(signInName ?? _configuration.Company));
    }

    /// <param name="path">The file, for messages and results.</param>
    /// <param name="content">The file as it is; empty when there is none.</param>
    /// <exception cref="ClientAccessException">ProfileBlockDamaged, FileUnusable; InvalidNameTemplate where two roles would share a name; ProfileExists where the sign-in's name is taken.</exception>
    public ProfileChange Plan(ProfileExport export, string path, byte[] content)
    {
        ProfileDocument document = ProfileDocument.Read(content, _configuration.Company, path, export.Force);
        var before = new StandingProfiles(ProfileSection.Read(ProfileBlock.Inner(document.Block)));
        var others = new OtherSections(document, _format, path, export.TakenElsewhere);
        // Nothing is taken over from what somebody else has written.
        MadeProfiles made = Make(export, document.IsIntact ? before : StandingProfiles.None, others);

        HashSet<ProfileKey> settled = [.. made.Profiles.Select(profile => profile.Key)];
        HashSet<ProfileKey> failed = [.. made.Refused.Select(failure => failure.Role)];
        ILookup<bool, ProfileSection> rest = before.Clients.Where(section => !settled.Contains(section.Key!)).ToLookup(section => export.IsInScope(section.Key!) && !failed.Contains(section.Key!));
        (ProfileSection[] gone, ProfileSection[] kept) = ([.. rest[true]], [.. rest[false]]);
        IReadOnlyList<ProfileSection> after = Compose(made.Profiles, kept, before, others);
        RefuseSharedNames(after);

        IReadOnlyList<string> block = after.Count == 0 ? [] : ProfileBlock.Write(_configuration.Company, after);
        ClientProfile[] profiles = [.. made.Profiles.Select(profile => ToResult(profile, StatusOf(profile, before), path)), .. gone.Select(section => ToResult(section, path))];
        return new ProfileChange
        {
            Content = block.SequenceEqual(document.Block) ? null : document.With(block),
            Profiles = profiles,
            Refused = made.Refused,
            LeftOut = made.LeftOut,
            HasNameless = _format.NamesSessions && made.Profiles.Exists(profile => profile.Client["role_session_name"] is null),
            Action = ActionOf(profiles),
            Difference = SectionDifference.Of(before.Sections, after),
        };
    }

    /// <summary>The sections alone, for whoever puts them somewhere by hand.</summary>
    /// <exception cref="ClientAccessException">InvalidNameTemplate.</exception>
    public (string Text, MadeProfiles Made) Write(ProfileExport export)
    {
        MadeProfiles made = Make(export, StandingProfiles.None, OtherSections.None);
        IReadOnlyList<ProfileSection> sections = Compose(made.Profiles, [], StandingProfiles.None, OtherSections.None);
        RefuseSharedNames(sections);
        return (string.Join("\n\n", sections.Select(section => string.Join('\n', section.Lines))), made);
    }

    private MadeProfiles Make(ProfileExport export, StandingProfiles before, OtherSections others)
    {
        var made = new MadeProfiles([], [], []);
        foreach (ProfileTarget target in export.Targets)
        {
            try
            {
                if (_format.ReasonToLeaveOut(target.Role) is { } reason)
                {
                    made.LeftOut.Add((target.Key, reason));
                    continue;
                }

                MadeProfile profile = Make(target, export, before.Of(target.Key));
                others.RequireFree(profile.Client.Name);
                others.RequireFree(profile.Home.Name);
                made.Profiles.Add(profile);
            }
            catch (ClientAccessException e)
            {
                made.Refused.Add((target.Key, e));
            }
        }
        return made;
    }

    private MadeProfile Make(ProfileTarget target, ProfileExport export, ProfileSection? standing)
    {
        RoleTarget role = target.Role;
        string set = NamingConvention.ParsePermissionSetName(role.PermissionSetName);
        string home = $"{_configuration.Company}-home-{set}";
        string name = export.Names.NameOf(role, _configuration.Company, _inventory.RequireClient(role.Client).Accounts.Count == 1);
        string region = RegionName.Parse(target.Region ?? standing?["region"] ?? _configuration.Region);
        string? sessionName = export.RoleSessionName ?? standing?["role_session_name"];
        return new MadeProfile(target.Key, role, _format.Client(name, target, home, region, sessionName), _format.Home(home, set), region);
    }

    private ProfileSection[] Compose(List<MadeProfile> made, IReadOnlyList<ProfileSection> kept, StandingProfiles before, OtherSections others)
    {
        Dictionary<string, ProfileSection> homes = [];
        foreach (ProfileSection section in before.RestsOf(kept, "source_profile")) homes[section.Title] = section;
        foreach (MadeProfile profile in made) homes[profile.Home.Title] = profile.Home;

        Dictionary<string, ProfileSection> signIns = [];
        foreach (ProfileSection section in before.RestsOf(homes.Values, "sso_session")) signIns[section.Title] = section;
        if (made.Count > 0 && _format.SignIn is { } signIn && !others.Has(signIn)) signIns[signIn.Title] = signIn;
        // What another section gives already would stand twice, and AWS tools refuse such a file.
        foreach (string title in signIns.Keys.Where(others.HasTitle).ToList()) signIns.Remove(title);

        return
        [
            .. signIns.Values.OrderBy(section => section.Title, StringComparer.Ordinal),
            .. homes.Values.OrderBy(section => section.Title, StringComparer.Ordinal),
            .. made.Select(profile => profile.Client).Concat(kept)
                .OrderBy(section => section.Key!.Client, StringComparer.OrdinalIgnoreCase)
                .ThenBy(section => section.Key!.AccountId, StringComparer.Ordinal)
                .ThenBy(section => section.Key!.Tier, StringComparer.OrdinalIgnoreCase),
        ];
    }

    // By name, whatever its case: people tell profiles apart by that, and the AWS CLI cannot read a file that has a title twice.
    private static void RefuseSharedNames(IReadOnlyList<ProfileSection> sections)
    {
        if (sections.GroupBy(section => section.Title, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is not { } shared) return;
        string[] roles = [.. shared.Select(section => section.Key?.ToString() ?? $"the home profile {section.Name}")];
        throw new ClientAccessException(ClientAccessError.InvalidNameTemplate, $"Two profiles would be named '{shared.First().Name}': those of {string.Join(" and ", roles)}. Nothing was written.")
        {
            RecommendedAction = "Tell them apart in -NameTemplate, such as '{Client}-{AccountId}-{Tier}'.",
        };
    }

    private static ChangeStatus StatusOf(MadeProfile profile, StandingProfiles before)
    {
        if (before.Of(profile.Key) is not { } standing) return ChangeStatus.Created;
        bool isSame = profile.Client.IsSame(standing) && profile.Home.IsSame(before.Titled(profile.Home.Title));
        return isSame ? ChangeStatus.Unchanged : ChangeStatus.Updated;
    }

    private static ClientProfile ToResult(MadeProfile profile, ChangeStatus status, string path) => new()
    {
        Client = profile.Role.Client,
        AccountId = profile.Role.AccountId,
        AccountName = profile.Role.AccountName,
        Tier = profile.Role.Tier,
        ProfileName = profile.Client.Name,
        HomeProfileName = profile.Home.Name,
        RoleArn = profile.Role.Role.Arn,
        Region = profile.Region,
        Path = path,
        Status = status,
    };

    private static ClientProfile ToResult(ProfileSection section, string path) => new()
    {
        Client = section.Key!.Client,
        AccountId = section.Key.AccountId,
        Tier = section.Key.Tier,
        ProfileName = section.Name,
        HomeProfileName = section["source_profile"] ?? "",
        RoleArn = section["role_arn"] ?? "",
        Region = section["region"] ?? "",
        Path = path,
        Status = ChangeStatus.Removed,
    };

    private static string ActionOf(IReadOnlyList<ClientProfile> profiles)
    {
        string[] parts =
        [
            .. new[] { (ChangeStatus.Created, "add"), (ChangeStatus.Updated, "change"), (ChangeStatus.Removed, "remove") }
                .Select(kind => (Verb: kind.Item2, Count: profiles.Count(profile => profile.Status == kind.Item1)))
                .Where(part => part.Count > 0)
                .Select(part => $"{part.Verb} {part.Count} client profile{(part.Count == 1 ? "" : "s")}"),
        ];
        return parts.Length == 0 ? "write the block of client profiles anew" : string.Join(", ", parts);
    }
}
