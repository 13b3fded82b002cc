namespace CrossAccess.Loading;

/// <summary>What one invocation of a cmdlet works with. Each service is made when it is first asked for.</summary>
internal sealed class ModuleServices
{
    private readonly Lazy<Provider> _provider;
    private readonly Lazy<RemoteAccessRoles> _roles;
    private readonly Lazy<RemoteAccessTemplates> _templates;
    private readonly Lazy<ClientPermissionSets> _permissionSets;
    private readonly Lazy<ClientAccessGrants> _grants;
    private readonly Lazy<UserDenials> _denials;
    private readonly Lazy<ClientSessionRevocations> _revocations;
    private readonly Lazy<ClientAccessDiagnosis> _diagnosis;
    private readonly Lazy<ClientImports> _imports;
    private readonly Lazy<ClientOffboarding> _offboarding;

    public ModuleServices()
    {
        _provider = new(() => new Provider(AwsLoader.Connector, Inventory, Entered));
        var remote = new Lazy<RemoteAccounts>(() => new RemoteAccounts(Provider));
        _roles = new(() => new RemoteAccessRoles(Provider, remote.Value));
        _templates = new(() => new RemoteAccessTemplates(Inventory));
        var index = new Lazy<PermissionSetIndex>(() => new PermissionSetIndex(Provider));
        var requests = new IdentityCenterRequests();
        _permissionSets = new(() => new ClientPermissionSets(Provider, index.Value, requests));
        _grants = new(() => new ClientAccessGrants(Provider, index.Value, new Principals(Provider), requests));
        var principals = new Lazy<Principals>(() => new Principals(Provider));
        _denials = new(() => new UserDenials(Provider, principals.Value));
        _revocations = new(() => new ClientSessionRevocations(Provider, remote.Value, Grants, principals.Value, Denials, Timers));
        _diagnosis = new(() => new ClientAccessDiagnosis(Provider, index.Value, new Principals(Provider), remote.Value));
        _imports = new(() => new ClientImports(Provider, remote.Value, new Principals(Provider)));
        _offboarding = new(() => new ClientOffboarding(Provider, remote.Value, index.Value, new Principals(Provider), requests, PermissionSets, Timers));
    }

    /// <summary>What the pauses between requests are measured by.</summary>
    internal static TimeProvider Timers { get; set; } = TimeProvider.System;

    public InventoryFile Inventory { get; } = InventoryFile.Locate();

    public EnteredRoles Entered { get; } = EnteredRoles.OfProcess;

    public Provider Provider => _provider.Value;

    public RemoteAccessRoles Roles => _roles.Value;

    public RemoteAccessTemplates Templates => _templates.Value;

    public ClientPermissionSets PermissionSets => _permissionSets.Value;

    public ClientAccessGrants Grants => _grants.Value;

    public UserDenials Denials => _denials.Value;

    public ClientSessionRevocations Revocations => _revocations.Value;

    public ClientAccessDiagnosis Diagnosis => _diagnosis.Value;

    public ClientImports Imports => _imports.Value;

    public ClientOffboarding Offboarding => _offboarding.Value;
}
