using System.Globalization;
using System.Text.Json;

namespace CrossAccess.Aws;

/// <summary>
/// One sign-in as JSON, with the names and times that the AWS CLI writes. Two names are ours: what AWS said of the user. Others
/// are kept. See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html"/>.
/// </summary>
internal static class SsoTokenFile
{
    private const string UserName = "crossAccessUserName";
    private const string HomeAccountId = "crossAccessHomeAccountId";

    private static readonly string[] Known =
    [
        "startUrl", "region", "accessToken", "expiresAt", "clientId", "clientSecret", "registrationExpiresAt", "refreshToken", UserName, HomeAccountId,
    ];

    /// <summary>Null for a file that is no sign-in.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static SignInToken? Read(string fileName, byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement file = document.RootElement;
        if (TextOf(file, "accessToken") is not { } token || Expiry.Parse(TextOf(file, "expiresAt")) is not { } expiresAt) return null;

        return new SignInToken(fileName, TextOf(file, "startUrl") ?? "", TextOf(file, "region") ?? "", token, expiresAt)
        {
            RefreshToken = TextOf(file, "refreshToken"),
            ClientId = TextOf(file, "clientId"),
            ClientSecret = TextOf(file, "clientSecret"),
            RegistrationExpiresAt = Expiry.Parse(TextOf(file, "registrationExpiresAt")),
            UserName = TextOf(file, UserName),
            HomeAccountId = TextOf(file, HomeAccountId),
            Unknown = file.EnumerateObject().Where(field => !Known.Contains(field.Name)).ToDictionary(field => field.Name, field => field.Value.Clone()),
        };
    }

    public static void Write(Stream stream, SignInToken token)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("startUrl", token.StartUrl);
        writer.WriteString("region", token.Region);
        writer.WriteString("accessToken", token.AccessToken);
        writer.WriteString("expiresAt", TimeOf(token.ExpiresAt));
        WriteText(writer, "clientId", token.ClientId);
        WriteText(writer, "clientSecret", token.ClientSecret);
        WriteText(writer, "registrationExpiresAt", token.RegistrationExpiresAt is { } end ? TimeOf(end) : null);
        WriteText(writer, "refreshToken", token.RefreshToken);
        WriteText(writer, UserName, token.UserName);
        WriteText(writer, HomeAccountId, token.HomeAccountId);
        foreach ((string name, JsonElement value) in token.Unknown ?? new Dictionary<string, JsonElement>())
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    private static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string? TextOf(JsonElement file, string name) =>
        file.ValueKind == JsonValueKind.Object && file.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
