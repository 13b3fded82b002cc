using System.Text.Json;

namespace CrossAccess.Aws;

/// <summary>Credentials as processes, containers and instances hand them out: one JSON object.</summary>
internal static class CredentialJson
{
    /// <param name="tokenName">SessionToken from a process, Token from a container or an instance.</param>
    /// <exception cref="FormatException">It is not such an object. The message never holds any of the text.</exception>
    public static AwsCredentials Read(JsonElement json, string tokenName) => new(
        Require(json, "AccessKeyId"),
        Require(json, "SecretAccessKey"),
        Find(json, tokenName),
        Find(json, "Expiration") is { } text ? Expiry.Parse(text) ?? throw new FormatException("its Expiration is not a time") : null);

    private static string Require(JsonElement json, string name) => Find(json, name) ?? throw new FormatException($"it has no {name}");

    private static string? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
