using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Finds the role that a call is about.</summary>
internal static class RoleLookup
{
    /// <summary>The ARN that the caller must be allowed to act on, whether or not the role exists.</summary>
    public static string Arn(Call call)
    {
        string name = call.Required("RoleName");
        return call.Account.Roles.TryGetValue(name, out IamRole? role)
            ? role.Arn
            : $"arn:{call.Account.Partition}:iam::{call.Account.Id}:role{call.Text("Path") ?? "/"}{name}";
    }

    public static IamRole Find(Call call)
        => call.Account.Roles.TryGetValue(call.Required("RoleName"), out IamRole? role) ? role : throw IamErrors.NoSuchRole(call.Required("RoleName"));

    /// <summary>The role to change; those that Identity Center made are Identity Center's alone to change.</summary>
    public static IamRole FindOwn(Call call)
    {
        IamRole role = Find(call);
        return role.IsReserved
            ? throw new ServiceError("UnmodifiableEntity", $"Cannot perform the operation on the protected role '{role.Name}' - this role is only modifiable by AWS")
            : role;
    }
}
