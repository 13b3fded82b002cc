namespace CrossAccess;

/// <summary>The links of the chain by which somebody at home gets into a client's role, in their order. The names are kept for the product's life.</summary>
public enum AccessLink
{
    /// <summary>Somebody is signed in, or credentials are at hand, to enter or to read with.</summary>
    SignIn,
    /// <summary>The user or group is in the directory under that name.</summary>
    Principal,
    /// <summary>The client's permission set exists.</summary>
    PermissionSet,
    /// <summary>It is assigned on the home account, directly or to a group that the user is in.</summary>
    Assignment,
    /// <summary>Its latest version is provisioned in the home account.</summary>
    Provisioning,
    /// <summary>Its policy lets it assume the role.</summary>
    PermissionSetPolicy,
    /// <summary>Its policy denies it to nobody who is meant here.</summary>
    Deny,
    /// <summary>The role stands in the client's account.</summary>
    Role,
    /// <summary>The role's trust accepts the permission set.</summary>
    Trust,
    /// <summary>The external id that the trust asks for is the recorded one.</summary>
    ExternalId,
    /// <summary>The trust's other conditions hold.</summary>
    TrustConditions,
    /// <summary>What the trust asks of a source identity is met.</summary>
    SourceIdentity,
    /// <summary>A session lasts long enough: the hour of a chained one, and the role's own limit.</summary>
    Chaining,
    /// <summary>The role carries policies.</summary>
    RolePolicies,
    /// <summary>AWS lets the user in: the only answer that knows of organizations' policies.</summary>
    Entry,
}
