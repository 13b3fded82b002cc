using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Status objects as sso-admin shows them.</summary>
internal static class RequestRendering
{
    public static JsonObject Assignment(AsyncRequest request) => new()
    {
        ["Status"] = request.Status,
        ["RequestId"] = request.Id,
        ["FailureReason"] = request.FailureReason,
        ["TargetId"] = request.Assignment!.AccountId,
        ["TargetType"] = "AWS_ACCOUNT",
        ["PermissionSetArn"] = request.PermissionSet.Arn,
        ["PrincipalType"] = request.Assignment.PrincipalType,
        ["PrincipalId"] = request.Assignment.PrincipalId,
        ["CreatedDate"] = request.CreatedAt,
    };

    public static JsonObject Provisioning(AsyncRequest request) => new()
    {
        ["Status"] = request.Status,
        ["RequestId"] = request.Id,
        ["FailureReason"] = request.FailureReason,
        ["AccountId"] = request.AccountId,
        ["PermissionSetArn"] = request.PermissionSet.Arn,
        ["CreatedDate"] = request.CreatedAt,
    };

    /// <summary>The brief list, newest first, of those in the status that the filter names.</summary>
    public static JsonObject List(Call call, string member, IEnumerable<AsyncRequest> requests)
    {
        string? status = call.Input["Filter"]?["Status"]?.GetValue<string>();
        List<AsyncRequest> wanted = [.. requests.Where(request => status is null || request.Status == status)];
        return Page.ByToken(call, member, wanted, static request => new JsonObject
        {
            ["Status"] = request.Status,
            ["RequestId"] = request.Id,
            ["CreatedDate"] = request.CreatedAt,
        });
    }
}
