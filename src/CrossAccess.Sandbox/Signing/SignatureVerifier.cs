using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Signing;

/// <summary>
/// Verifies Signature Version 4 in the Authorization header
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). Signatures are judged by the
/// machine's clock, tokens by the Sandbox's, so that a test may turn the latter.
/// </summary>
internal sealed partial class SignatureVerifier(Cloud cloud)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(15);

    /// <exception cref="Services.ServiceError">The signature is missing, incomplete, stale or wrong.</exception>
    public SignatureVerdict Verify(HttpRequest request, string service, string protocol)
    {
        if (request.Header("authorization") is null)
            throw SignatureError.Missing(protocol);
        AuthorizationHeader header = AuthorizationHeader.Parse(request.Header("authorization"))
            ?? throw SignatureError.Incomplete(protocol, "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.");
        string date = request.Header("x-amz-date")
            ?? throw SignatureError.Incomplete(protocol, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (!header.SignedHeaders.Contains("host"))
            throw SignatureError.Refused(protocol, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        Credential credential = cloud.FindCredential(header.AccessKeyId) ?? throw SignatureError.UnknownKey(protocol);
        if (header.Service != service)
            throw SignatureError.Refused(protocol, $"Credential should be scoped to correct service: '{service}'. ");
        // Led to another endpoint, the AWS CLI and most SDKs sign for the profile's Region instead, which is the Sandbox's.
        if (GlobalRegions.Find(service, cloud.Partition) is { } only && header.Region != only && header.Region != cloud.Region)
            throw SignatureError.Refused(protocol, $"Credential should be scoped to a valid region, not '{header.Region}'. ");
        CheckTime(protocol, header, date);
        if (!Matches(header, date, request, credential))
            throw SignatureError.Mismatch(protocol);
        CheckToken(protocol, request, credential);
        return new SignatureVerdict(credential, header.Region);
    }

    private void CheckToken(string protocol, HttpRequest request, Credential credential)
    {
        if (credential.SessionToken != request.Header("x-amz-security-token") || credential.Caller.Role?.IsDeleted == true)
            throw SignatureError.UnknownKey(protocol);
        if (credential.Expiration <= cloud.Now)
            throw SignatureError.Expired(protocol);
    }

    private static void CheckTime(string protocol, AuthorizationHeader header, string date)
    {
        if (!DateTimeOffset.TryParseExact(date, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset signedAt))
            throw SignatureError.Incomplete(protocol, "Date must be in ISO-8601 'basic format'.");
        if (!date.StartsWith(header.Date, StringComparison.Ordinal))
            throw SignatureError.Refused(protocol, $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{header.Date}' != '{date[..8]}', from '{date}'.");
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (signedAt < now - MaxSkew)
            throw SignatureError.Refused(protocol, $"Signature expired: {date} is now earlier than {Stamp(now - MaxSkew)} ({Stamp(now)} - 15 min.)");
        if (signedAt > now + MaxSkew)
            throw SignatureError.Refused(protocol, $"Signature not yet current: {date} is still later than {Stamp(now + MaxSkew)} ({Stamp(now)} + 15 min.)");
    }

    private static bool Matches(AuthorizationHeader header, string date, HttpRequest request, Credential credential)
    {
        string canonical = Canonical(request, header.SignedHeaders);
        string toSign = $"AWS4-HMAC-SHA256\n{date}\n{header.Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = Mac(Encoding.UTF8.GetBytes("AWS4" + credential.SecretAccessKey), header.Date);
        key = Mac(Mac(Mac(key, header.Region), header.Service), "aws4_request");
        byte[] expected = Encoding.ASCII.GetBytes(Hex(Mac(key, toSign)));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(header.Signature));
    }

    private static string Canonical(HttpRequest request, IReadOnlyList<string> signedHeaders)
    {
        StringBuilder canonical = new();
        canonical.Append(request.Method).Append('\n');
        canonical.Append(string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString))).Append('\n');
        canonical.Append(CanonicalQuery(request.Query)).Append('\n');
        foreach (string name in signedHeaders)
            canonical.Append(name).Append(':').Append(Spaces().Replace((request.Header(name) ?? "").Trim(), " ")).Append('\n');
        canonical.Append('\n').Append(string.Join(';', signedHeaders)).Append('\n');
        return canonical.Append(Hex(SHA256.HashData(request.Body))).ToString();
    }

    private static string CanonicalQuery(string query)
        => string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .Select(static pair => (Name: Reencode(pair[0]), Value: pair.Length == 2 ? Reencode(pair[1]) : ""))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Value, StringComparer.Ordinal)
            .Select(static pair => $"{pair.Name}={pair.Value}"));

    private static string Reencode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
