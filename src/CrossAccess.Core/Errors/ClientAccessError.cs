namespace CrossAccess;

/// <summary>What went wrong. The name of a member is the error id that a script sees, and is kept for the product's life.</summary>
public enum ClientAccessError
{
    /// <summary>AWS refused the caller.</summary>
    ClientAccessDenied,
    /// <summary>The user's access ends at a time, and lasting access was asked for.</summary>
    AccessHasEnd,
    /// <summary>The user has the permission set in a way without an end already, which an end would cut off.</summary>
    AccessHasNoEnd,
    /// <summary>Identity Center does not offer the signed-in user that permission set in that account.</summary>
    AccessNotGranted,
    /// <summary>The credentials belong to another account than the one named.</summary>
    AccountMismatch,
    /// <summary>The account id is recorded under another client.</summary>
    AccountRecordedElsewhere,
    /// <summary>The client has no account of that id or name.</summary>
    AccountNotFound,
    /// <summary>The client has several accounts and none was named.</summary>
    AccountAmbiguous,
    /// <summary>Identity Center reported that the assignment failed.</summary>
    AssignmentFailed,
    /// <summary>There is no browser here, or none came for the page.</summary>
    BrowserNotFound,
    /// <summary>A client's role is entered, and what was asked must happen outside of it.</summary>
    ClientRoleEntered,
    /// <summary>A client command's shell ended before the command did, or the command with an exit code.</summary>
    ClientCommandFailed,
    /// <summary>A client command took longer than -TimeoutSeconds.</summary>
    ClientCommandTimedOut,
    /// <summary>No such client in the inventory.</summary>
    ClientNotFound,
    /// <summary>Another change to the same thing is under way in AWS.</summary>
    ChangeInProgress,
    /// <summary>The credentials have expired.</summary>
    CredentialsExpired,
    /// <summary>AWS does not know the credentials, or their signature is wrong.</summary>
    CredentialsInvalid,
    /// <summary>No AWS credentials were found.</summary>
    CredentialsNotFound,
    /// <summary>Home has no policy crossaccess-deny.</summary>
    DenyPolicyNotFound,
    /// <summary>Another runspace has entered a client's role.</summary>
    EnteredElsewhere,
    /// <summary>The endpoint cannot be reached.</summary>
    EndpointUnreachable,
    /// <summary>The endpoint that the configuration names must not be sent credentials.</summary>
    EndpointUnusable,
    /// <summary>The role wants an external id, which the console's Switch Role cannot pass.</summary>
    ExternalIdRequired,
    /// <summary>A file or folder cannot be read or written.</summary>
    FileUnusable,
    /// <summary>No group of that name in the identity store.</summary>
    GroupNotFound,
    /// <summary>Several groups of that name in the identity store.</summary>
    GroupAmbiguous,
    /// <summary>There is no Identity Center instance in the Region asked.</summary>
    InstanceNotFound,
    /// <summary>There are several Identity Center instances and none was named.</summary>
    InstanceAmbiguous,
    /// <summary>The account id is malformed.</summary>
    InvalidAccountId,
    /// <summary>An ARN is malformed or names something else than is asked for.</summary>
    InvalidArn,
    /// <summary>The client's name is malformed.</summary>
    InvalidClientName,
    /// <summary>The company name is malformed.</summary>
    InvalidCompanyName,
    /// <summary>A duration is outside what AWS accepts.</summary>
    InvalidDuration,
    /// <summary>The tier's name is malformed.</summary>
    InvalidTierName,
    /// <summary>A text holds characters or a length that AWS refuses.</summary>
    InvalidText,
    /// <summary>A policy document is not valid JSON or not a policy.</summary>
    InvalidPolicyDocument,
    /// <summary>A name template gives no valid names, or one name to two profiles.</summary>
    InvalidNameTemplate,
    /// <summary>The inventory file cannot be read or written.</summary>
    InventoryUnusable,
    /// <summary>Two clients and tiers would share the name of one permission set.</summary>
    NameCollision,
    /// <summary>A name is longer than AWS allows.</summary>
    NameTooLong,
    /// <summary>No client's role is entered.</summary>
    NotEntered,
    /// <summary>Initialize-CrossAccess has not been run for this inventory.</summary>
    NotInitialized,
    /// <summary>Several permission sets would be the one of a client and tier.</summary>
    PermissionSetAmbiguous,
    /// <summary>The permission set exists, is not ours and differs.</summary>
    PermissionSetExists,
    /// <summary>There is no such permission set.</summary>
    PermissionSetNotFound,
    /// <summary>The permission set reaches the accounts of several clients.</summary>
    PermissionSetShared,
    /// <summary>What the permission set may assume is not plain: a pattern, an exception, or a condition.</summary>
    PermissionSetUnclear,
    /// <summary>A policy is longer than AWS allows.</summary>
    PolicyTooLong,
    /// <summary>Neither a user nor a group was named.</summary>
    PrincipalMissing,
    /// <summary>What Export-ClientProfile wrote into a file was changed there, or its first or last line is missing.</summary>
    ProfileBlockDamaged,
    /// <summary>A profile of that name is somebody else's.</summary>
    ProfileExists,
    /// <summary>No profile of that name in the AWS configuration.</summary>
    ProfileNotFound,
    /// <summary>The profile cannot be used: it is incomplete, circular, or of a kind that is not supported.</summary>
    ProfileUnusable,
    /// <summary>Identity Center reported that provisioning failed.</summary>
    ProvisioningFailed,
    /// <summary>A quota of AWS is used up.</summary>
    QuotaExceeded,
    /// <summary>No AWS Region is known.</summary>
    RegionNotFound,
    /// <summary>AWS does not accept the request as it stands.</summary>
    RequestRejected,
    /// <summary>AWS throttled the request, and kept doing so.</summary>
    RequestThrottled,
    /// <summary>AWS did not answer in time.</summary>
    RequestTimedOut,
    /// <summary>What the request names exists already.</summary>
    ResourceExists,
    /// <summary>What the request names is still used by something else.</summary>
    ResourceInUse,
    /// <summary>What the request names does not exist.</summary>
    ResourceNotFound,
    /// <summary>The role exists, is not ours and differs.</summary>
    RoleExists,
    /// <summary>There is no such role.</summary>
    RoleNotFound,
    /// <summary>A Sandbox is running already.</summary>
    SandboxRunning,
    /// <summary>No Sandbox is running.</summary>
    SandboxNotRunning,
    /// <summary>The file in which a Sandbox rests cannot be read or written.</summary>
    SandboxStateUnusable,
    /// <summary>AWS failed on its side.</summary>
    ServiceUnavailable,
    /// <summary>The deny of a role's older sessions may still keep somebody out, and is not taken out yet.</summary>
    SessionDenyNeeded,
    /// <summary>The role's policy AWSRevokeOlderSessions says something else than which sessions are denied.</summary>
    SessionDenyUnclear,
    /// <summary>The copies of the AWS configuration that an entered role needs cannot be written.</summary>
    SessionFilesUnusable,
    /// <summary>There is no PowerShell to run client commands in.</summary>
    ShellNotFound,
    /// <summary>Several sign-ins to Identity Center would do and none was named.</summary>
    SignInAmbiguous,
    /// <summary>The cache of sign-ins cannot be written.</summary>
    SignInCacheUnusable,
    /// <summary>Identity Center, or the person in front of it, refused the sign-in.</summary>
    SignInRefused,
    /// <summary>Nobody is signed in to Identity Center, or the sign-in has ended.</summary>
    SignInRequired,
    /// <summary>Nobody signed in within the time that there was.</summary>
    SignInTimedOut,
    /// <summary>Credentials or a Region that AWS Tools for PowerShell prefers to the environment lie in a variable that cannot be changed.</summary>
    StoredCredentialsReadOnly,
    /// <summary>The tier names no policy, so the role would allow nothing.</summary>
    TierWithoutPolicy,
    /// <summary>No such tier.</summary>
    TierNotFound,
    /// <summary>No user of that name or e-mail address in the identity store.</summary>
    UserNotFound,
    /// <summary>Several users of that name or e-mail address in the identity store.</summary>
    UserAmbiguous,
    /// <summary>A fault of the module itself.</summary>
    UnexpectedFailure,
}
