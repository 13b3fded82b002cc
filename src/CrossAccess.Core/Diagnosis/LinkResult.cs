namespace CrossAccess;

/// <summary>What became of a link.</summary>
public enum LinkResult
{
    /// <summary>The link holds.</summary>
    Pass,
    /// <summary>The link keeps the user out.</summary>
    Fail,
    /// <summary>It cannot be told from here; the reason says why.</summary>
    Unknown,
}
