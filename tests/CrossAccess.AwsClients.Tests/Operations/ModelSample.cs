using System.Text.Json.Nodes;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>Makes a value for every member of a shape, each within the model's limits.</summary>
internal static class ModelSample
{
    /// <summary>A time with a fraction, as seconds since 1970.</summary>
    public const double Time = 1767225600.5;

    private const string Id = "a1b2c3d4-5678-90ab-cdef-1234567890ab";

    private static readonly string[] Texts =
    [
        "PT1H", "d-1234567890", "123456789012", "123456", "v1", Id, "/path/", "sample",
        "arn:aws:sso:::instance/ssoins-1111111111111111",
        "arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-1111111111111111",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "aws:identitystore:enterprise",
        "eu-west-1",
        "arn:aws:kms:eu-west-1:123456789012:key/" + Id,
        "arn:aws:identitystore::123456789012:identitystore/d-1234567890",
        "a sample of thirty-two characters",
    ];

    /// <param name="shape">The structure to fill.</param>
    /// <param name="choice">Which member a union has.</param>
    public static JsonObject Of(ServiceShape shape, int choice = 0)
    {
        var members = shape.IsUnion ? [shape.Members[choice % shape.Members.Count]] : shape.Members;
        return new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, Value(member.Shape, choice))));
    }

    private static JsonNode? Value(ServiceShape shape, int choice) => shape.Type switch
    {
        _ when shape.IsDocument => new JsonObject { ["text"] = "sample", ["list"] = new JsonArray(1, true, 2.5, null) },
        "structure" => Of(shape, choice),
        "list" => new JsonArray(Enumerable.Range(0, (int)Math.Min(shape.Max ?? 2, 2)).Select(_ => Value(shape.Item, choice)).ToArray()),
        "map" => new JsonObject { ["first"] = Value(shape.Item, choice) },
        "boolean" => true,
        "integer" => shape.Max is { } most ? (int)Math.Min(most, 3600) : 42,
        // More than fits in 32 bits, as milliseconds since 1970 are.
        "long" => 1767225600500,
        "timestamp" => Time,
        _ => Text(shape),
    };

    private static string Text(ServiceShape shape)
    {
        if (shape.Enum.Count > 0)
            return shape.Enum[^1];
        var padding = new string('a', (int)Math.Max(shape.Min ?? 1, 1));
        return Texts.Append(padding).FirstOrDefault(text => Fits(text, shape))
            ?? throw new InvalidOperationException($"No sample fits {shape.Name}: {shape.Min}..{shape.Max} {shape.Pattern}");
    }

    private static bool Fits(string text, ServiceShape shape) =>
        text.Length >= (shape.Min ?? 0) && text.Length <= (shape.Max ?? int.MaxValue) && shape.PatternAllows(text);
}
