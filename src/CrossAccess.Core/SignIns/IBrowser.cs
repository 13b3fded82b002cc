namespace CrossAccess;

/// <summary>Opens pages for the person at this machine.</summary>
internal interface IBrowser
{
    /// <summary>False when there is no browser to open it, so that another way must be found.</summary>
    bool TryOpen(Uri page);
}
