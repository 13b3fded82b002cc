namespace CrossAccess.Sandbox.Pages;

/// <summary>A browser's request that is answered with a page that says why not.</summary>
internal sealed class PageRefusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
