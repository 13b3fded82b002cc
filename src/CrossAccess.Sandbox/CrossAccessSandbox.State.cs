using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityCenter;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.State;

namespace CrossAccess.Sandbox;

// What is opened anew or goes on from a file, and what is written to it.
public sealed partial class CrossAccessSandbox
{
    /// <summary>Writes the state to the file that the options name, whole or not at all; disposing does so, too.</summary>
    /// <exception cref="InvalidOperationException">The options name no file.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save() => StateFile.Write(_statePath ?? throw new InvalidOperationException("The Sandbox was started without a file for its state."), Locked(AtRest));

    private IdentityCenterInstance OpenIdentityCenter(SandboxOptions options, Organization organization, SavedIdentityCenter? saved)
    {
        string arn = saved?.Arn ?? $"arn:{_cloud.Partition}:sso:::instance/ssoins-{RandomNames.HexDigits(16)}";
        IdentityCenterInstance instance = new(_cloud, _directory, organization, AdminAccountId, options.ProvisioningDelay, IdentityCenterQuotas.Of(options.Limits), saved?.ProviderSuffix ?? RandomNames.HexDigits(16))
        {
            Arn = arn,
            CreatedAt = saved?.CreatedAt ?? _cloud.Now,
        };
        saved?.Restore(instance, _cloud);
        return instance;
    }

    private SavedSandbox AtRest()
    {
        Settle();
        Organization organization = _instance.Organization;
        return new SavedSandbox(
            SavedSandbox.CurrentForm,
            Region,
            AdminAccountId,
            HomeAccountId,
            organization.ManagementAccountId,
            organization.Id,
            _clock.Ahead,
            ClientAccountIds,
            [.. _cloud.Accounts.Values.Select(account => SavedAccount.Of(account, account.Users["admin"], _administrators[account.Id]))],
            SavedDirectory.Of(_directory),
            SavedIdentityCenter.Of(_instance));
    }

    private void OpenAccounts(Organization organization, SavedSandbox? saved)
    {
        Dictionary<string, SavedAccount> keys = (saved?.Accounts ?? []).ToDictionary(static account => account.Id);
        Open(AdminAccountId, "Identity Center", organization);
        if (HomeAccountId != AdminAccountId)
            Open(HomeAccountId, "Home", organization);
        if (!_cloud.Accounts.ContainsKey(organization.ManagementAccountId))
            Open(organization.ManagementAccountId, "Management", organization);
        for (int i = 0; i < ClientAccountIds.Count; i++)
            Open(ClientAccountIds[i], $"Client {i + 1}", null);
        foreach (SavedAccount account in saved?.Accounts ?? [])
            account.Restore(_cloud.Accounts[account.Id]);

        void Open(string id, string name, Organization? member) => OpenAccount(id, name, member, keys.GetValueOrDefault(id));
    }

    private void OpenAccount(string id, string name, Organization? organization, SavedAccount? saved)
    {
        if (id.Length != 12 || !id.All(char.IsAsciiDigit))
            throw new ArgumentException($"The account id {id} is not twelve digits.");
        if (_cloud.Accounts.ContainsKey(id))
            throw new ArgumentException($"The account id {id} is given twice.");
        AwsAccount account = _cloud.Add(new AwsAccount(id, name, _cloud.Partition, organization));
        IamUser admin = new("admin", $"arn:{account.Partition}:iam::{id}:user/admin", saved?.AdministratorId ?? RandomNames.Unique("AIDA"), [AwsManagedPolicies.Arn(account.Partition, "AdministratorAccess")]);
        account.Users.Add(admin.Name, admin);
        AccessKey key = saved?.Key ?? new AccessKey(RandomNames.Unique("AKIA", 16), RandomNames.SecretKey());
        _cloud.KeepLongTerm(key, Caller.Of(account, admin));
        _administrators.Add(id, key);
    }
}
