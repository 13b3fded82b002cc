using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Bringing changed permission sets to the accounts where they stand.</summary>
internal sealed class ProvisioningOperations(IdentityCenterInstance instance, AdminRules rules)
{
    private const string Latest = "LATEST_PERMISSION_SET_PROVISIONED";

    public IEnumerable<Operation> All =>
    [
        new("ProvisionPermissionSet", AdminRules.SetArn, ProvisionPermissionSet),
        new("DescribePermissionSetProvisioningStatus", rules.Instance, DescribeStatus),
        new("ListPermissionSetProvisioningStatus", rules.Instance, call => RequestRendering.List(call, "PermissionSetsProvisioningStatus", instance.Requests(AsyncKind.Provisioning))),
        new("ListPermissionSetsProvisionedToAccount", rules.Instance, ListSetsOfAccount),
        new("ListAccountsForProvisionedPermissionSet", AdminRules.SetArn, ListAccountsOfSet),
    ];

    private JsonObject ProvisionPermissionSet(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        string? account = call.Text("TargetId");
        bool toOne = call.Required("TargetType") == "AWS_ACCOUNT";
        if (toOne != account is not null)
            throw new ServiceError("ValidationException", toOne ? "TargetId must be given for the target type AWS_ACCOUNT." : "TargetId must not be given for the target type ALL_PROVISIONED_ACCOUNTS.");
        return new JsonObject { ["PermissionSetProvisioningStatus"] = RequestRendering.Provisioning(instance.AcceptProvisioning(set, account)) };
    }

    private JsonObject DescribeStatus(Call call)
    {
        string id = call.Required("ProvisionPermissionSetRequestId");
        AsyncRequest request = instance.FindRequest(id, AsyncKind.Provisioning) ?? throw new ServiceError("ResourceNotFoundException", $"Request {id} is not found.");
        return new JsonObject { ["PermissionSetProvisioningStatus"] = RequestRendering.Provisioning(request) };
    }

    private JsonObject ListSetsOfAccount(Call call)
    {
        string account = call.Required("AccountId");
        List<string> arns = [.. instance.PermissionSets
            .Where(set => set.Accounts.TryGetValue(account, out ProvisionedSet? provisioned) && IsWanted(call, set, provisioned))
            .Select(static set => set.Arn)];
        return Page.ByToken(call, "PermissionSets", arns, static arn => arn);
    }

    private JsonObject ListAccountsOfSet(Call call)
    {
        PermissionSet set = rules.Find(call);
        List<string> accounts = [.. set.Accounts.Where(pair => IsWanted(call, set, pair.Value)).Select(static pair => pair.Key)];
        return Page.ByToken(call, "AccountIds", accounts, static id => id);
    }

    private static bool IsWanted(Call call, PermissionSet set, ProvisionedSet provisioned)
        => call.Text("ProvisioningStatus") is not { } status || (status == Latest) == (provisioned.Revision == set.Revision);
}
