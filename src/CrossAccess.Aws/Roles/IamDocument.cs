namespace CrossAccess.Aws;

/// <summary>Policy documents as IAM answers them: percent-encoded (RFC 3986), in which '+' is a plus sign.</summary>
internal static class IamDocument
{
    public static string Decoded(string? document) => Uri.UnescapeDataString(document ?? "");
}
