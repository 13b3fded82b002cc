using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// A session's credentials as text that another program reads, under the names that the AWS CLI gives them. It holds secrets:
/// it is for whoever asked for it and for nothing else.
/// See <see href="https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html"/>.
/// </summary>
internal static partial class CredentialDocument
{
    // As the AWS CLI writes it: nothing is escaped that JSON itself does not ask for.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Lines that end in a line feed alone, but for the last, which has no end.</returns>
    /// <exception cref="ClientAccessException">InvalidText: a value that the format cannot carry.</exception>
    public static string Of(RoleSession session, ClientCredentialFormat format) => format switch
    {
        ClientCredentialFormat.Process => Json(ProcessOf(session)),
        ClientCredentialFormat.Json => Json(DescriptionOf(session)),
        ClientCredentialFormat.Env => Lines(session, (name, value) => $"export {name}={InShell(value)}"),
        ClientCredentialFormat.PowerShell => Lines(session, (name, value) => $"$Env:{name} = {PowerShellText.Literal(value)}"),
        _ => Lines(session, (name, value) => $"{name}={InFile(name, value)}"),
    };

    // https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
    private static JsonObject ProcessOf(RoleSession session) => new()
    {
        ["Version"] = 1,
        ["AccessKeyId"] = session.Credentials.AccessKeyId,
        ["SecretAccessKey"] = session.Credentials.SecretAccessKey,
        ["SessionToken"] = session.Credentials.SessionToken,
        ["Expiration"] = Time(session),
    };

    private static JsonObject DescriptionOf(RoleSession session) => new()
    {
        ["Client"] = session.Client,
        ["AccountId"] = session.AccountId,
        ["Tier"] = session.Tier,
        ["RoleArn"] = session.RoleArn,
        ["Region"] = session.Region,
        ["AccessKeyId"] = session.Credentials.AccessKeyId,
        ["SecretAccessKey"] = session.Credentials.SecretAccessKey,
        ["SessionToken"] = session.Credentials.SessionToken,
        ["Expiration"] = Time(session),
    };

    private static string Json(JsonObject document) => document.ToJsonString(Indented).ReplaceLineEndings("\n");

    private static string Lines(RoleSession session, Func<string, string, string> line)
    {
        (string Name, string? Value)[] variables =
        [
            ("AWS_ACCESS_KEY_ID", session.Credentials.AccessKeyId),
            ("AWS_SECRET_ACCESS_KEY", session.Credentials.SecretAccessKey),
            ("AWS_SESSION_TOKEN", session.Credentials.SessionToken),
            ("AWS_CREDENTIAL_EXPIRATION", Time(session)),
            ("AWS_REGION", session.Region),
            ("AWS_DEFAULT_REGION", session.Region),
        ];
        return string.Join('\n', variables.Where(variable => variable.Value is not null).Select(variable => line(variable.Name, variable.Value!)));
    }

    private static string Time(RoleSession session) => session.Expiration.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string InShell(string value) => IsPlain(value) ? value : BashText.Literal(value);

    // Readers of such files agree on nothing that is escaped: docker takes the quotes themselves for part of the value.
    private static string InFile(string name, string value)
    {
        if (IsPlain(value)) return value;
        if (!value.Any(character => character == '\'' || char.IsControl(character))) return $"'{value}'";
        throw new ClientAccessException(ClientAccessError.InvalidText, $"{name} has a quotation mark or a control character, which no reader of a dotenv file takes as it is.");
    }

    private static bool IsPlain(string value) => Plain().IsMatch(value);

    [GeneratedRegex(@"\A[A-Za-z0-9_/+=.:,@-]+\z")]
    private static partial Regex Plain();
}
