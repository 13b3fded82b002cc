using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.SignIn.Tests;

/// <summary>A headless browser that nobody here wrote, with one tab, steered by https://chromedevtools.github.io/devtools-protocol/</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // Only a hang takes this long; a test must not hang with it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ClientWebSocket _tab = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private volatile TaskCompletionSource _loaded = new();
    private int _sent;

    private Chromium(Process process) => _process = process;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="folder">Where it keeps its profile and its temporary files, which it leaves behind.</param>
    public static async Task<Chromium> StartAsync(string folder)
    {
        Assert.SkipUnless(File.Exists(Program), "Chromium is not installed here.");
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo(Program,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank",
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["TMPDIR"] = folder;
        var chromium = new Chromium(Process.Start(start)!);
        await chromium.ConnectAsync();
        return chromium;
    }

    /// <summary>Opens a page and waits until it, or wherever it leads, is there.</summary>
    public Task OpenAsync(Uri page) => UntilLoadedAsync(() => AskAsync("Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri }));

    /// <summary>Presses a button of the page and waits for the page that it leads to.</summary>
    public Task PressAsync(string selector) =>
        // Later, so that the answer comes before the page goes.
        UntilLoadedAsync(() => EvaluateAsync($"setTimeout(() => document.querySelector('{selector}').click(), 0)"));

    /// <summary>Runs a script as the tab's owner, which no policy of the page keeps from running.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        JsonNode answer = await AskAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression });
        Assert.Null(answer["result"]?["exceptionDetails"]?.ToJsonString());
        return answer["result"]?["result"]?["value"]?.ToString() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        _tab.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task ConnectAsync()
    {
        const string announced = "DevTools listening on ";
        string? line;
        do line = await _process.StandardError.ReadLineAsync(Stop);
        while (line is not null && !line.StartsWith(announced, StringComparison.Ordinal));
        var debugger = new Uri(line![announced.Length..]);
        // What it prints later must not fill the pipe.
        _ = _process.StandardError.ReadToEndAsync(Stop);
        _ = _process.StandardOutput.ReadToEndAsync(Stop);

        using var client = new HttpClient();
        JsonArray tabs = JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{debugger.Port}/json/list"), Stop))!.AsArray();
        string address = (string)tabs.First(tab => (string)tab!["type"]! == "page")!["webSocketDebuggerUrl"]!;
        await _tab.ConnectAsync(new Uri(address), Stop);
        _ = ReadAsync();
        await AskAsync("Page.enable");
    }

    private async Task UntilLoadedAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _loaded = loaded;
        await act();
        await loaded.Task.WaitAsync(Patience, Stop);
    }

    private async Task<JsonNode> AskAsync(string method, JsonObject? parameters = null)
    {
        int id = ++_sent;
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        var request = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        await _tab.SendAsync(Encoding.UTF8.GetBytes(request.ToJsonString()), WebSocketMessageType.Text, true, Stop);
        return await answer.Task.WaitAsync(Patience, Stop);
    }

    // Answers and events come in any order.
    private async Task ReadAsync()
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                using var text = new MemoryStream();
                WebSocketReceiveResult part;
                do
                {
                    part = await _tab.ReceiveAsync(new ArraySegment<byte>(buffer), CancellationToken.None);
                    text.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                JsonNode message = JsonNode.Parse(text.ToArray())!;
                if ((string?)message["method"] == "Page.loadEventFired") _loaded.TrySetResult();
                else if ((int?)message["id"] is { } id && _asked.TryRemove(id, out TaskCompletionSource<JsonNode>? asked)) asked.TrySetResult(message);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }
}
