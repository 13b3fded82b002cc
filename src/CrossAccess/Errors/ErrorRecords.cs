using System.Management.Automation;

namespace CrossAccess;

/// <summary>Every error that the module writes. The id is the name of a <see cref="ClientAccessError"/>, kept for the product's life.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(Exception exception, object? target)
    {
        ClientAccessException failure = exception as ClientAccessException ?? Translate(exception);
        return new ErrorRecord(failure, failure.Error.ToString(), CategoryOf(failure.Error), target)
        {
            ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = failure.RecommendedAction },
        };
    }

    private static ClientAccessException Translate(Exception exception) => exception switch
    {
        // The command was not stopped, or it would not be writing errors: the request ran out of time.
        OperationCanceledException => new ClientAccessException(ClientAccessError.RequestTimedOut, "AWS did not answer in time.", exception)
        {
            RecommendedAction = "Run the command again: it changes nothing that is as wanted.",
        },
        _ => new ClientAccessException(
            ClientAccessError.UnexpectedFailure, $"CrossAccess failed unexpectedly ({exception.GetType().Name}): {exception.Message}", exception),
    };

// A value without a name cannot come from our own code; a name without a category must not compile.
#pragma warning disable CS8524
    internal static ErrorCategory CategoryOf(ClientAccessError error) => error switch
    {
        ClientAccessError.AccessNotGranted or
        ClientAccessError.ClientAccessDenied or
        ClientAccessError.SignInRefused => ErrorCategory.PermissionDenied,

        ClientAccessError.CredentialsExpired or
        ClientAccessError.CredentialsInvalid or
        ClientAccessError.CredentialsNotFound or
        ClientAccessError.AccountMismatch or
        ClientAccessError.SignInRequired => ErrorCategory.AuthenticationError,

        ClientAccessError.AccountNotFound or
        ClientAccessError.BrowserNotFound or
        ClientAccessError.ClientNotFound or
        ClientAccessError.DenyPolicyNotFound or
        ClientAccessError.GroupNotFound or
        ClientAccessError.InstanceNotFound or
        ClientAccessError.PermissionSetNotFound or
        ClientAccessError.ProfileNotFound or
        ClientAccessError.RegionNotFound or
        ClientAccessError.ResourceNotFound or
        ClientAccessError.RoleNotFound or
        ClientAccessError.ShellNotFound or
        ClientAccessError.TierNotFound or
        ClientAccessError.UserNotFound => ErrorCategory.ObjectNotFound,

        ClientAccessError.AccountRecordedElsewhere or
        ClientAccessError.NameCollision or
        ClientAccessError.PermissionSetExists or
        ClientAccessError.PermissionSetShared or
        ClientAccessError.ProfileExists or
        ClientAccessError.ResourceExists or
        ClientAccessError.RoleExists or
        ClientAccessError.SandboxRunning => ErrorCategory.ResourceExists,

        ClientAccessError.AccountAmbiguous or
        ClientAccessError.GroupAmbiguous or
        ClientAccessError.InstanceAmbiguous or
        ClientAccessError.InvalidAccountId or
        ClientAccessError.InvalidArn or
        ClientAccessError.InvalidClientName or
        ClientAccessError.InvalidCompanyName or
        ClientAccessError.InvalidDuration or
        ClientAccessError.InvalidNameTemplate or
        ClientAccessError.InvalidTierName or
        ClientAccessError.InvalidText or
        ClientAccessError.NameTooLong or
        ClientAccessError.PermissionSetAmbiguous or
        ClientAccessError.PermissionSetUnclear or
        ClientAccessError.PrincipalMissing or
        ClientAccessError.SignInAmbiguous or
        ClientAccessError.TierWithoutPolicy or
        ClientAccessError.UserAmbiguous => ErrorCategory.InvalidArgument,

        ClientAccessError.InvalidPolicyDocument or
        ClientAccessError.ProfileBlockDamaged or
        ClientAccessError.ProfileUnusable or
        ClientAccessError.SessionDenyUnclear => ErrorCategory.InvalidData,

        ClientAccessError.AccessHasEnd or
        ClientAccessError.AccessHasNoEnd or
        ClientAccessError.ClientRoleEntered or
        ClientAccessError.EndpointUnusable or
        ClientAccessError.EnteredElsewhere or
        ClientAccessError.ExternalIdRequired or
        ClientAccessError.NotEntered or
        ClientAccessError.NotInitialized or
        ClientAccessError.SandboxNotRunning or
        ClientAccessError.SessionDenyNeeded or
        ClientAccessError.StoredCredentialsReadOnly or
        ClientAccessError.RequestRejected => ErrorCategory.InvalidOperation,

        ClientAccessError.AssignmentFailed or
        ClientAccessError.ClientCommandFailed or
        ClientAccessError.ProvisioningFailed => ErrorCategory.InvalidResult,

        ClientAccessError.ChangeInProgress or
        ClientAccessError.ResourceInUse => ErrorCategory.ResourceBusy,

        ClientAccessError.PolicyTooLong or
        ClientAccessError.RequestThrottled => ErrorCategory.LimitsExceeded,

        ClientAccessError.QuotaExceeded => ErrorCategory.QuotaExceeded,
        ClientAccessError.EndpointUnreachable => ErrorCategory.ConnectionError,
        ClientAccessError.ClientCommandTimedOut or
        ClientAccessError.RequestTimedOut or
        ClientAccessError.SignInTimedOut => ErrorCategory.OperationTimeout,
        ClientAccessError.ServiceUnavailable or
        ClientAccessError.FileUnusable or
        ClientAccessError.SandboxStateUnusable or
        ClientAccessError.SessionFilesUnusable or
        ClientAccessError.SignInCacheUnusable or
        ClientAccessError.InventoryUnusable => ErrorCategory.ResourceUnavailable,
        ClientAccessError.UnexpectedFailure => ErrorCategory.NotSpecified,
    };
#pragma warning restore CS8524
}
