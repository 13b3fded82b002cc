using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Models;

namespace CrossAccess.Sandbox.Services;

/// <summary>One validated request on its way through an operation. Unsigned operations have no caller.</summary>
internal sealed record Call(Cloud Cloud, ServiceModel Model, OperationModel Operation, JsonObject Input, Caller? SignedBy, string Region, string RequestId)
{
    public Caller Caller => SignedBy ?? throw new InvalidOperationException($"{Operation.Name} is not signed.");

    public AwsAccount Account => Caller.Account;

    public DateTimeOffset Now => Cloud.Now;

    /// <summary>A member's text, or null when it was left out.</summary>
    public string? Text(string member) => Input[member]?.GetValue<string>();

    /// <summary>A required member's text.</summary>
    public string Required(string member) => Text(member) ?? throw new InvalidOperationException($"{Operation.Name} was let through without {member}.");

    public int? Number(string member) => Input[member] is { } node ? (int)node.GetValue<long>() : null;

    public bool? Flag(string member) => Input[member]?.GetValue<bool>();

    public IEnumerable<string> Texts(string member) => (Input[member] as JsonArray ?? []).Select(static node => node!.GetValue<string>());

    public IEnumerable<JsonObject> Objects(string member) => (Input[member] as JsonArray ?? []).Select(static node => node!.AsObject());

    /// <summary>A list of {Key, Value}; a key that is given twice is the caller's fault.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags(string member = "Tags")
        => [.. Objects(member).Select(static tag => KeyValuePair.Create(tag["Key"]!.GetValue<string>(), tag["Value"]!.GetValue<string>()))];
}
