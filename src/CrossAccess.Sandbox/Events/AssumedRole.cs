using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Events;

/// <summary>What an AssumeRole gave out, as far as CloudTrail shows it.</summary>
internal sealed record AssumedRole(string RoleArn, string AccountId, string SessionArn, string SessionId, string AccessKeyId, DateTimeOffset Expiration)
{
    /// <summary>Ties the events of both accounts together.</summary>
    public string SharedEventId { get; } = Guid.NewGuid().ToString("D");

    /// <summary>The event's id in the role's account.</summary>
    public string RemoteEventId { get; } = Guid.NewGuid().ToString("D");

    /// <summary>Whom a web identity's token spoke of; null for a caller of AWS's own.</summary>
    public string? Subject { get; init; }

    public static AssumedRole? Read(JsonObject? input, JsonObject? output)
        => output?["AssumedRoleUser"] is JsonObject user && output["Credentials"] is JsonObject keys && input?[nameof(RoleArn)]?.GetValue<string>() is { } roleArn
            ? new AssumedRole(roleArn, roleArn.Split(':')[4], user["Arn"]!.GetValue<string>(), user["AssumedRoleId"]!.GetValue<string>(), keys[nameof(AccessKeyId)]!.GetValue<string>(), keys[nameof(Expiration)]!.GetValue<DateTimeOffset>())
            {
                Subject = output["SubjectFromWebIdentityToken"]?.GetValue<string>(),
            }
            : null;
}
