using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Who may call Identity Center at all, and what every operation looks up.</summary>
internal sealed class AdminRules(IdentityCenterInstance instance, string region)
{
    /// <summary>Only the admin account and the management account, and only in the instance's primary Region; ListInstances answers everyone with what they can see.</summary>
    public void Check(Call call)
    {
        if (call.Operation.Name == "ListInstances")
            return;
        if (!instance.IsAdministeredFrom(call.Account.Id) || call.Region != region)
            throw Denied(call);
        if (call.Text("InstanceArn") is { } arn && arn != instance.Arn)
            throw new ServiceError("ResourceNotFoundException", $"Instance with ARN {arn} is not found.");
    }

    public string Instance(Call call) => instance.Arn;

    /// <summary>The permission set that the caller must be allowed to act on.</summary>
    public static string SetArn(Call call) => call.Required("PermissionSetArn");

    public PermissionSet Find(Call call)
        => instance.Find(SetArn(call)) ?? throw new ServiceError("ResourceNotFoundException", $"PermissionSet with ARN {SetArn(call)} is not found.");

    /// <summary>
    /// The set to change. A delegated administrator cannot manage sets that are provisioned in the management account
    /// (https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html).
    /// </summary>
    public PermissionSet FindOwn(Call call)
    {
        PermissionSet set = Find(call);
        CheckReach(call, set);
        return set;
    }

    public void CheckReach(Call call, PermissionSet set)
    {
        if (set.Accounts.ContainsKey(instance.Organization.ManagementAccountId))
            CheckManagement(call, instance.Organization.ManagementAccountId);
    }

    public void CheckManagement(Call call, string accountId)
    {
        if (accountId == instance.Organization.ManagementAccountId && call.Account.Id != accountId)
            throw Denied(call);
    }

    private static ServiceError Denied(Call call)
        => new("AccessDeniedException", $"User: {call.Caller.Arn} is not authorized to perform: sso:{call.Operation.Name}");
}
