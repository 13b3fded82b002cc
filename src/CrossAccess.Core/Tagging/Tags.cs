namespace CrossAccess;

/// <summary>The tags that mark what this module made, and for whom.</summary>
internal static class Tags
{
    public const string Client = "crossaccess:client";
    public const string Tier = "crossaccess:tier";
    public const string Company = "crossaccess:company";

    public static IReadOnlyDictionary<string, string> Of(string company, string client, string tier, IReadOnlyDictionary<string, string>? others) =>
        new Dictionary<string, string>(others ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            [Client] = client,
            [Tier] = tier,
            [Company] = company,
        };

    /// <summary>Another company's inventory may act in the same account; what it made is not ours.</summary>
    public static bool AreOurs(IReadOnlyDictionary<string, string> tags, string company, string client, string tier) =>
        Is(tags, Company, company) && Is(tags, Client, client) && Is(tags, Tier, tier);

    public static bool AreOfClient(IReadOnlyDictionary<string, string> tags, string company, string client) => Is(tags, Company, company) && Is(tags, Client, client);

    public static bool AreOfCompany(IReadOnlyDictionary<string, string> tags, string company) => Is(tags, Company, company);

    private static bool Is(IReadOnlyDictionary<string, string> tags, string key, string value) =>
        tags.TryGetValue(key, out string? actual) && actual.Equals(value, StringComparison.OrdinalIgnoreCase);
}
