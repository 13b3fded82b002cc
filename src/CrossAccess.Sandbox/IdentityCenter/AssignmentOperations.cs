using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Account assignments and how their requests fared.</summary>
internal sealed class AssignmentOperations(IdentityCenterInstance instance, AdminRules rules)
{
    public IEnumerable<Operation> All =>
    [
        new("CreateAccountAssignment", AdminRules.SetArn, call => Accept(call, AsyncKind.Creation, "AccountAssignmentCreationStatus")),
        new("DeleteAccountAssignment", AdminRules.SetArn, call => Accept(call, AsyncKind.Deletion, "AccountAssignmentDeletionStatus")),
        new("DescribeAccountAssignmentCreationStatus", rules.Instance, call => Describe(call, AsyncKind.Creation, "AccountAssignmentCreation")),
        new("DescribeAccountAssignmentDeletionStatus", rules.Instance, call => Describe(call, AsyncKind.Deletion, "AccountAssignmentDeletion")),
        new("ListAccountAssignmentCreationStatus", rules.Instance, call => RequestRendering.List(call, "AccountAssignmentsCreationStatus", instance.Requests(AsyncKind.Creation))),
        new("ListAccountAssignmentDeletionStatus", rules.Instance, call => RequestRendering.List(call, "AccountAssignmentsDeletionStatus", instance.Requests(AsyncKind.Deletion))),
        new("ListAccountAssignments", AdminRules.SetArn, ListAccountAssignments),
        new("ListAccountAssignmentsForPrincipal", rules.Instance, ListAccountAssignmentsForPrincipal),
    ];

    // A duplicate is accepted and succeeds; deleting what is not there is refused at once.
    private JsonObject Accept(Call call, AsyncKind kind, string member)
    {
        PermissionSet set = rules.FindOwn(call);
        AssignmentKey key = new(call.Required("TargetId"), set.Arn, call.Required("PrincipalType"), call.Required("PrincipalId"));
        rules.CheckManagement(call, key.AccountId);
        AsyncRequest request = kind == AsyncKind.Creation || instance.Stands(key) || instance.HasOutstanding(key)
            ? instance.AcceptAssignment(kind, set, key)
            : throw new ServiceError("ResourceNotFoundException", "Assignment not found.");
        return new JsonObject { [member] = RequestRendering.Assignment(request) };
    }

    private JsonObject Describe(Call call, AsyncKind kind, string prefix)
    {
        string id = call.Required(prefix + "RequestId");
        AsyncRequest request = instance.FindRequest(id, kind) ?? throw new ServiceError("ResourceNotFoundException", $"Request {id} is not found.");
        return new JsonObject { [prefix + "Status"] = RequestRendering.Assignment(request) };
    }

    private JsonObject ListAccountAssignments(Call call)
    {
        PermissionSet set = rules.Find(call);
        IReadOnlyList<AssignmentKey> assignments = set.Accounts.GetValueOrDefault(call.Required("AccountId"))?.Assignments ?? [];
        return Page.ByToken(call, "AccountAssignments", assignments, Render);
    }

    // A user's list holds what its groups are assigned, too.
    private JsonObject ListAccountAssignmentsForPrincipal(Call call)
    {
        string id = call.Required("PrincipalId");
        bool isUser = call.Required("PrincipalType") == "USER";
        bool exists = isUser ? instance.Directory.FindUser(id) is not null : instance.Directory.FindGroup(id) is not null;
        if (!exists)
            throw new ServiceError("ResourceNotFoundException", $"{call.Required("PrincipalType")} not found.");
        IEnumerable<string> principals = isUser ? instance.Directory.GroupsOf(id).Select(static group => group.Id).Prepend(id) : [id];
        string? account = call.Input["Filter"]?["AccountId"]?.GetValue<string>();
        List<AssignmentKey> held = [.. principals.SelectMany(instance.AssignmentsOf).Where(key => account is null || key.AccountId == account)];
        return Page.ByToken(call, "AccountAssignments", held, Render);
    }

    private static JsonObject Render(AssignmentKey key) => new()
    {
        ["AccountId"] = key.AccountId,
        ["PermissionSetArn"] = key.PermissionSetArn,
        ["PrincipalType"] = key.PrincipalType,
        ["PrincipalId"] = key.PrincipalId,
    };
}
