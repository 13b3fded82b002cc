using System.Security.Cryptography;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>Identifiers of the shapes that AWS gives out.</summary>
internal static class RandomNames
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Hex = "0123456789abcdef";
    private const string Secret = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>An id such as AROA…, AKIA… or ASIA…: the prefix and 16 or 17 letters and digits.</summary>
    public static string Unique(string prefix, int length = 17) => prefix + RandomNumberGenerator.GetString(Base32, length);

    public static string HexDigits(int length) => RandomNumberGenerator.GetString(Hex, length);

    public static string SecretKey() => RandomNumberGenerator.GetString(Secret, 40);

    public static string SessionToken() => "IQoJb3JpZ2luX2Vj" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(240));

    public static string Guid() => System.Guid.NewGuid().ToString("D");
}
