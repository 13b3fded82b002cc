namespace CrossAccess.SignIn.Tests;

/// <summary>A browser whose person is the test: it learns which page was to be opened.</summary>
internal sealed class OpenedPages
{
    // Only a hang takes this long; a test must not hang with it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;

    public OpenedPages(string home)
    {
        _folder = Directory.CreateDirectory(Path.Combine(home, "browser")).FullName;
        Command = Path.Combine(home, "browser.sh");
        // Renamed when it is whole, so that nobody reads half an address.
        File.WriteAllText(Command, $"#!/bin/sh\nprintf %s \"$1\" > '{_folder}/page.part'\nmv '{_folder}/page.part' '{_folder}/page'\n");
        File.SetUnixFileMode(Command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What $env:BROWSER names.</summary>
    public string Command { get; }

    /// <summary>True once a page has been opened.</summary>
    public bool WasAsked => File.Exists(Path.Combine(_folder, "page"));

    public async Task<Uri> PageAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        // Looked for, not watched: on a busy machine a watcher's event may never come.
        while (!WasAsked) await Task.Delay(20, patience.Token);
        return new Uri(await File.ReadAllTextAsync(Path.Combine(_folder, "page"), TestContext.Current.CancellationToken));
    }

    /// <summary>Opens the page and goes where it leads; the Sandbox approves by itself.</summary>
    public async Task<(int Status, string Text)> VisitAsync(Func<Uri, Uri>? instead = null)
    {
        Uri page = await PageAsync();
        using var client = new HttpClient { Timeout = Patience };
        using HttpResponseMessage answer = await client.GetAsync(instead is null ? page : instead(page), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
