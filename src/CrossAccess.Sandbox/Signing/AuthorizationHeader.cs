namespace CrossAccess.Sandbox.Signing;

/// <summary>The parts of "AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…".</summary>
internal sealed record AuthorizationHeader(string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256 ";

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>The header taken apart, or null when it is not a SigV4 one.</summary>
    public static AuthorizationHeader? Parse(string? header)
    {
        if (header?.StartsWith(Algorithm, StringComparison.Ordinal) != true)
            return null;
        Dictionary<string, string> parts = header[Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Split('=', 2))
            .Where(static part => part.Length == 2)
            .GroupBy(static part => part[0])
            .ToDictionary(static group => group.Key, static group => group.First()[1]);
        if (!parts.TryGetValue("Credential", out string? credential) || !parts.TryGetValue("SignedHeaders", out string? headers) || !parts.TryGetValue("Signature", out string? signature))
            return null;
        return credential.Split('/') is [var key, var date, var region, var service, "aws4_request"]
            ? new AuthorizationHeader(key, date, region, service, headers.Split(';'), signature)
            : null;
    }
}
