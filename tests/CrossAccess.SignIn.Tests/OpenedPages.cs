namespace CrossAccess.SignIn.Tests;

/// <summary>A browser whose person is the test: it learns which page was to be opened.</summary>
internal sealed class OpenedPages : IDisposable
{
    // Only a hang takes this long; a test must not hang with it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly FileSystemWatcher _watcher;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OpenedPages(string home)
    {
        _folder = Directory.CreateDirectory(Path.Combine(home, "browser")).FullName;
        Command = Path.Combine(home, "browser.sh");
        // Renamed when it is whole, so that nobody reads half an address.
        File.WriteAllText(Command, $"#!/bin/sh\nprintf %s \"$1\" > '{_folder}/page.part'\nmv '{_folder}/page.part' '{_folder}/page'\n");
        File.SetUnixFileMode(Command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _watcher = new FileSystemWatcher(_folder, "page");
        _watcher.Renamed += (_, _) => _opened.TrySetResult();
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>What $env:BROWSER names.</summary>
    public string Command { get; }

    /// <summary>True once a page has been opened.</summary>
    public bool WasAsked => File.Exists(Path.Combine(_folder, "page"));

    public async Task<Uri> PageAsync()
    {
        await _opened.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
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

    public void Dispose() => _watcher.Dispose();
}
