namespace CrossAccess;

/// <summary>Opens consoles in the browser of this machine.</summary>
internal sealed class ConsoleBrowser(IBrowser browser, TimeSpan patience)
{
    /// <summary>A browser that is started first takes its time.</summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(1);

    /// <param name="instead">What to type where there is no browser.</param>
    /// <exception cref="ClientAccessException">BrowserNotFound.</exception>
    public async Task OpenAsync(ConsoleSignIn signIn, string instead, IActivity activity, CancellationToken cancellation)
    {
        using var redirect = new OneTimeRedirect(signIn.Url);
        if (!browser.TryOpen(redirect.Page)) throw NotFound("No browser could be opened here.", instead);

        activity.Progress($"Opening the console of {signIn.Session}", "Waiting for the browser");
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        try
        {
            await redirect.WaitAsync(waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw NotFound($"A browser was asked to open the console of {signIn.Session} and did not come for it within {patience.TotalSeconds:0} seconds.", instead);
        }
    }

    /// <summary>Opens a link that is no secret.</summary>
    /// <exception cref="ClientAccessException">BrowserNotFound.</exception>
    public void Open(string link, string instead)
    {
        if (!browser.TryOpen(new Uri(link))) throw NotFound("No browser could be opened here.", instead);
    }

    public static ClientAccessException NotFound(string why, string instead) => new(ClientAccessError.BrowserNotFound, why)
    {
        RecommendedAction = $"Get the address and open it where there is a browser: ({instead}).Url",
    };
}
