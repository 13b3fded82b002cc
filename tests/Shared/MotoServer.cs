using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.Tests.Shared;

/// <summary>moto_server on a free port: an AWS that no one here wrote. Made by <see cref="StartAsync"/>, ended by disposing.</summary>
public sealed class MotoServer : IDisposable
{
    private const string Command = "moto_server";

    private readonly Process _process;
    private readonly HttpClient _http = new();

    private MotoServer(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Why there can be no server on this machine; null where there can.</summary>
    public static string? Missing { get; } = IsOnPath()
        ? null
        : $"{Command} is not on the PATH: pip install 'moto[server]' to run the tests against it.";

    public string Url { get; }

    public static async Task<MotoServer> StartAsync()
    {
        // Another process may take the port between finding it free and listening on it.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Find();
            var process = Process.Start(StartInfo(port))!;
            if (await ReadUntilRunningAsync(process) is not { } failure)
                return new MotoServer(process, $"http://127.0.0.1:{port}");
            process.Dispose();
            if (attempt == 3)
                throw new InvalidOperationException($"{Command} ended before it listened: {failure}");
        }
    }

    /// <summary>Calls an operation of a JSON service that tests need and the product does not, such as CreateUser.</summary>
    public async Task<JsonObject> CallAsync(string region, string signingName, string target, JsonObject input)
    {
        var (status, body) = await SendAsync(region, signingName, target, input);
        return status == HttpStatusCode.OK ? JsonNode.Parse(body)!.AsObject() : throw new InvalidOperationException($"{target}: {body}");
    }

    private static ProcessStartInfo StartInfo(int port)
    {
        var start = new ProcessStartInfo(Command, ["-H", "127.0.0.1", "-p", $"{port}"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        // The server is itself a client of botocore: a profile that it does not know makes it answer 500 to everything.
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        // Without it the server knows no ReadOnlyAccess.
        start.Environment["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true";
        return start;
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string region, string signingName, string target, JsonObject input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url)
        {
            Content = new StringContent(input.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/{region}/{signingName}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    // The server says "Running on" once its socket listens. Both its pipes are read to their ends, or they would fill.
    private static async Task<string?> ReadUntilRunningAsync(Process process)
    {
        var said = new StringBuilder();
        var running = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (running.Task.IsCompleted)
                return;
            said.AppendLine(line.Data);
            if (line.Data is null || line.Data.Contains("Running on", StringComparison.Ordinal))
                running.TrySetResult(line.Data is not null);
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return await running.Task ? null : said.ToString();
    }

    private static bool IsOnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Command)));
}
