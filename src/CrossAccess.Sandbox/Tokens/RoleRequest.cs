using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Tokens;

/// <summary>What an AssumeRole asks for, with what the caller's own session carries into it.</summary>
internal sealed record RoleRequest
{
    public required string RoleArn { get; init; }
    public required string SessionName { get; init; }
    public required int DurationSeconds { get; init; }
    public string? ExternalId { get; init; }
    public string? SourceIdentity { get; init; }
    public required IReadOnlyDictionary<string, string> SessionTags { get; init; }
    public required IReadOnlyList<string> TransitiveTagKeys { get; init; }
    public IReadOnlyList<PolicyDocument>? SessionPolicies { get; init; }

    /// <summary>What the console asks for when a role is switched: the session keeps its name.</summary>
    public static RoleRequest Of(string roleArn, Caller caller) => new()
    {
        RoleArn = roleArn,
        SessionName = caller.Session!.Name,
        DurationSeconds = 3600,
        SourceIdentity = caller.Session.SourceIdentity,
        SessionTags = caller.Session.TransitiveTagKeys.ToDictionary(static key => key, key => caller.Session.Tags[key]),
        TransitiveTagKeys = caller.Session.TransitiveTagKeys,
    };

    public static RoleRequest Read(Call call)
    {
        string? carried = call.Caller.Session?.SourceIdentity;
        string? passed = call.Text("SourceIdentity");
        if (passed?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) == true)
            throw new ServiceError("ValidationError", "SourceIdentity cannot begin with the prefix aws:", 400);
        // "You cannot change the source identity that was set" along a chain of roles.
        if (carried is not null && passed is not null && carried != passed)
            throw new ServiceError("AccessDenied", "Source identity can not be changed once it is set on a session", 403);
        return new RoleRequest
        {
            RoleArn = call.Required("RoleArn"),
            SessionName = call.Required("RoleSessionName"),
            DurationSeconds = call.Number("DurationSeconds") ?? 3600,
            ExternalId = call.Text("ExternalId"),
            SourceIdentity = passed ?? carried,
            SessionTags = ReadTags(call),
            TransitiveTagKeys = [.. call.Texts("TransitiveTagKeys").Union(call.Caller.Session?.TransitiveTagKeys ?? [], StringComparer.OrdinalIgnoreCase)],
            SessionPolicies = ReadPolicies(call),
        };
    }

    private static Dictionary<string, string> ReadTags(Call call)
    {
        Dictionary<string, string> tags = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string value) in call.Tags())
        {
            if (!tags.TryAdd(key, value))
                throw new ServiceError("InvalidParameterValue", "Duplicate tag keys found. Please note that Tag keys are case insensitive.", 400);
        }
        foreach (string key in call.Caller.Session?.TransitiveTagKeys ?? [])
        {
            if (!tags.TryAdd(key, call.Caller.Session!.Tags[key]))
                throw new ServiceError("InvalidParameterValue", "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.", 400);
        }
        return tags;
    }

    /// <summary>The session policies that were passed, or null.</summary>
    public static IReadOnlyList<PolicyDocument>? ReadPolicies(Call call)
    {
        List<PolicyDocument> policies = [];
        if (call.Text("Policy") is { } text)
        {
            try
            {
                policies.Add(PolicyDocument.Parse(text, PolicyKind.Identity));
            }
            catch (MalformedPolicy malformed)
            {
                throw new ServiceError("MalformedPolicyDocument", malformed.Message);
            }
        }
        foreach (string arn in call.Objects("PolicyArns").Select(static item => item["arn"]!.GetValue<string>()))
            policies.Add(AwsManagedPolicies.Find(call.Cloud.Partition, arn) ?? throw new ServiceError("ValidationError", $"The session policy {arn} does not exist.", 400));
        return policies.Count == 0 ? null : policies;
    }
}
