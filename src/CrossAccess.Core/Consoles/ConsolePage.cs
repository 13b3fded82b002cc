namespace CrossAccess;

/// <summary>The page of the console that somebody asks for; with nothing named, the console's home.</summary>
internal sealed record ConsolePage
{
    public static ConsolePage Home { get; } = new();

    /// <summary>A service, such as s3.</summary>
    public string? Service { get; init; }

    /// <summary>Null: the Region of the session, or of Identity Center.</summary>
    public string? Region { get; init; }

    /// <summary>A page's address or path, instead of a service.</summary>
    public string? Destination { get; init; }
}
