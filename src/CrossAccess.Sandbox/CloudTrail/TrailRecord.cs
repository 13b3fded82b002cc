using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Events;

namespace CrossAccess.Sandbox.CloudTrail;

/// <summary>
/// An event as one account has it. A role that is assumed across accounts is recorded in both, and the role's account is told
/// only the caller's account and principal id (https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html).
/// </summary>
internal sealed class TrailRecord
{
    private readonly SandboxEvent _entry;
    private readonly string _accountId;
    private readonly bool _isRemote;

    private TrailRecord(SandboxEvent entry, string accountId)
    {
        _entry = entry;
        _accountId = accountId;
        _isRemote = entry.Caller?.Account.Id != accountId;
    }

    public DateTimeOffset Time => _entry.Time;

    // IAM and Organizations answer, and record, in one Region whichever was asked.
    public string Region => _entry.Service is "iam" or "organizations" or "signin" ? "us-east-1" : _entry.Region ?? "us-east-1";

    public string EventId => _isRemote ? _entry.AssumedRole!.RemoteEventId : _entry.EventId;

    /// <summary>The account's view of the event, or null when the account has none.</summary>
    public static TrailRecord? For(SandboxEvent entry, string accountId)
        => entry.Operation.Length > 0 && (entry.Caller?.Account.Id == accountId || entry.AssumedRole?.AccountId == accountId) ? new TrailRecord(entry, accountId) : null;

    public bool Matches(string key, string value) => key switch
    {
        "EventId" => EventId == value,
        "EventName" => _entry.Operation == value,
        "ReadOnly" => ReadOnly == value,
        "Username" => Username == value,
        "EventSource" => Source == value,
        "AccessKeyId" => AccessKeyId == value,
        "ResourceName" => Resources().Any(resource => resource.Name == value),
        "ResourceType" => Resources().Any(resource => resource.Type == value),
        _ => false,
    };

    public JsonObject Render() => new()
    {
        [nameof(EventId)] = EventId,
        ["EventName"] = _entry.Operation,
        [nameof(ReadOnly)] = ReadOnly,
        [nameof(AccessKeyId)] = AccessKeyId,
        ["EventTime"] = DateTimeOffset.FromUnixTimeSeconds(Time.ToUnixTimeSeconds()),
        ["EventSource"] = Source,
        [nameof(Username)] = Username,
        ["Resources"] = new JsonArray([.. Resources().Select(static resource => new JsonObject { ["ResourceType"] = resource.Type, ["ResourceName"] = resource.Name })]),
        ["CloudTrailEvent"] = Record().ToJsonString(),
    };

    private string ReadOnly => _entry.IsReadOnly ? "true" : "false";

    private string Source => _entry.Service == "sso-admin" ? "sso.amazonaws.com" : _entry.Service + ".amazonaws.com";

    private string? AccessKeyId => _isRemote ? null : _entry.AccessKeyId;

    private string? Username => _isRemote
        ? _entry.Caller is null ? _entry.AssumedRole!.Subject : null
        : _entry.Caller!.Session?.Name ?? _entry.Caller.User?.Name;

    private IEnumerable<(string Type, string Name)> Resources()
    {
        if (_entry.AssumedRole is { } assumed)
        {
            yield return ("AWS::IAM::Role", assumed.RoleArn);
            yield return ("AWS::STS::AssumedRole", assumed.SessionId);
            yield return ("AWS::STS::AssumedRole", assumed.SessionArn);
            yield return ("AWS::IAM::AccessKey", assumed.AccessKeyId);
        }
        else if (_entry.Service == "iam" && Parameters()?["RoleName"] is JsonValue name)
        {
            yield return ("AWS::IAM::Role", name.ToString());
        }
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
    private JsonObject Record()
    {
        JsonObject record = new()
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = _isRemote ? RemoteIdentity() : TrailIdentity.Of(_entry.Caller!, _entry.AccessKeyId),
            ["eventTime"] = TrailIdentity.Iso(Time),
            ["eventSource"] = Source,
            ["eventName"] = _entry.Operation,
            ["awsRegion"] = Region,
            ["sourceIPAddress"] = "127.0.0.1",
            ["userAgent"] = "sandbox",
        };
        if (_entry.ErrorCode is not null)
        {
            record["errorCode"] = _entry.ErrorCode;
            record["errorMessage"] = _entry.ErrorMessage;
        }
        record["requestParameters"] = Parameters() is { } parameters ? Camel(parameters) : null;
        record["responseElements"] = _entry.AssumedRole is null ? null : Response();
        record["requestID"] = _entry.RequestId;
        record["eventID"] = EventId;
        record["readOnly"] = _entry.IsReadOnly;
        if (_entry.AssumedRole is { } assumed)
            record["resources"] = new JsonArray(new JsonObject { ["accountId"] = assumed.AccountId, ["type"] = "AWS::IAM::Role", ["ARN"] = assumed.RoleArn });
        record["eventType"] = _entry.Operation == "ConsoleLogin" ? "AwsConsoleSignIn" : "AwsApiCall";
        record["managementEvent"] = true;
        record["recipientAccountId"] = _accountId;
        if (_entry.AssumedRole is { } shared && _entry.Caller is { } caller && caller.Account.Id != shared.AccountId)
            record["sharedEventID"] = shared.SharedEventId;
        record["eventCategory"] = "Management";
        return record;
    }

    private JsonObject RemoteIdentity() => _entry.Caller is { } caller
        ? new JsonObject { ["type"] = "AWSAccount", ["principalId"] = caller.UserId, ["accountId"] = caller.Account.Id }
        : new JsonObject { ["type"] = "WebIdentityUser", ["userName"] = _entry.AssumedRole!.Subject };

    private JsonObject Response()
    {
        AssumedRole assumed = _entry.AssumedRole!;
        JsonObject response = new()
        {
            ["credentials"] = new JsonObject { ["accessKeyId"] = assumed.AccessKeyId, ["expiration"] = TrailIdentity.Iso(assumed.Expiration) },
            ["assumedRoleUser"] = new JsonObject { ["assumedRoleId"] = assumed.SessionId, ["arn"] = assumed.SessionArn },
        };
        if (_entry.SourceIdentity is not null)
            response["sourceIdentity"] = _entry.SourceIdentity;
        return response;
    }

    private JsonObject? Parameters() => _entry.Parameters is { } text ? JsonNode.Parse(text)!.AsObject() : null;

    private static JsonNode? Camel(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(static member => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Key), Camel(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Camel)]),
        _ => node?.DeepClone(),
    };
}
