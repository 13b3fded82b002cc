using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>A browser that nobody here wrote completes the sign-in.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ChromiumTests
{
    private int _sent;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_chooses_a_user_on_the_page_approves_and_is_signed_in()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "Chromium is not installed here.");
        using Workplace work = new();
        using RunningScript connecting = work.Start("Connect-CrossAccess");
        Uri page = await work.Browser.PageAsync();
        using Process chromium = Start(Path.Combine(work.Home, "chromium"));
        try
        {
            using ClientWebSocket tab = await OpenAsync(chromium);
            await SendAsync(tab, "Page.enable");
            await SendAsync(tab, "Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri });
            await ReceiveAsync(tab, message => (string?)message["method"] == "Page.loadEventFired");
            // A button that is pressed needs no script of the page's own.
            int pressed = await SendAsync(tab, "Runtime.evaluate", new JsonObject { ["expression"] = "document.querySelector('select[name=user]').value = 'ana'; document.querySelector('button[value=approve]').click()" });
            JsonNode answer = await ReceiveAsync(tab, message => (int?)message["id"] == pressed);
            Assert.Null(answer["result"]?["exceptionDetails"]?.ToJsonString());

            ShellResult result = connecting.Wait();

            Assert.Empty(result.Errors);
            Assert.Equal("ana", Assert.Single(result.Output).Properties["UserName"].Value);
        }
        finally
        {
            chromium.Kill(entireProcessTree: true);
            await chromium.WaitForExitAsync(Stop);
        }
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo("/usr/bin/chromium",
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank",
    ])
    { RedirectStandardError = true, RedirectStandardOutput = true })!;

    /// <summary>The tab that is open, as DevTools reach it: https://chromedevtools.github.io/devtools-protocol/</summary>
    private static async Task<ClientWebSocket> OpenAsync(Process chromium)
    {
        const string announced = "DevTools listening on ";
        string? line;
        do line = await chromium.StandardError.ReadLineAsync(Stop);
        while (line is not null && !line.StartsWith(announced, StringComparison.Ordinal));
        var debugger = new Uri(line![announced.Length..]);
        // What it prints later must not fill the pipe.
        _ = chromium.StandardError.ReadToEndAsync(Stop);
        _ = chromium.StandardOutput.ReadToEndAsync(Stop);

        using var client = new HttpClient();
        JsonArray tabs = JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{debugger.Port}/json/list"), Stop))!.AsArray();
        string address = (string)tabs.First(tab => (string)tab!["type"]! == "page")!["webSocketDebuggerUrl"]!;
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(address), Stop);
        return socket;
    }

    private async Task<int> SendAsync(ClientWebSocket tab, string method, JsonObject? parameters = null)
    {
        var request = new JsonObject { ["id"] = ++_sent, ["method"] = method, ["params"] = parameters ?? [] };
        await tab.SendAsync(Encoding.UTF8.GetBytes(request.ToJsonString()), WebSocketMessageType.Text, true, Stop);
        return _sent;
    }

    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket tab, Func<JsonNode, bool> isMeant)
    {
        while (true)
        {
            using var text = new MemoryStream();
            byte[] buffer = new byte[16 * 1024];
            WebSocketReceiveResult part;
            do
            {
                part = await tab.ReceiveAsync(new ArraySegment<byte>(buffer), Stop);
                text.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            JsonNode message = JsonNode.Parse(text.ToArray())!;
            if (isMeant(message)) return message;
        }
    }
}
