using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace CrossAccess.Aws;

/// <summary>
/// Credentials that another program prints.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html"/>.
/// </summary>
internal sealed class ProcessCredentials(AwsEnvironment environment, TimeProvider time)
{
    // Long enough for a program that opens a browser.
    internal static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public async Task<ResolvedCredentials> FromProfileAsync(AwsProfile profile, CancellationToken cancellation)
    {
        string output = await RunAsync(profile, cancellation);
        try
        {
            using JsonDocument json = JsonDocument.Parse(output);
            bool isVersion1 = json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("Version", out JsonElement version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out int number)
                && number == 1;
            if (!isVersion1) throw new FormatException("its Version is not 1");

            return Expiry.Checked(new(CredentialJson.Read(json.RootElement, "SessionToken"), profile.ToString()), time);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            // The exception of a JSON parser may quote what it read, which is a secret.
            string reason = exception is FormatException ? exception.Message : "it is not JSON";
            throw Failed(profile, $"its credential_process printed something else than credentials: {reason}");
        }
    }

    private async Task<string> RunAsync(AwsProfile profile, CancellationToken cancellation)
    {
        // Its time runs from before it starts: a program that is quicker than this thread must not outrun the clock.
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        using Process process = Start(profile);
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(ending.Token);
            // Read so that the program is not blocked, and told to no one: it may hold secrets.
            Task drained = process.StandardError.BaseStream.CopyToAsync(Stream.Null, ending.Token);
            await Task.WhenAll(output, drained, process.WaitForExitAsync(ending.Token));
            return process.ExitCode == 0
                ? await output
                : throw Failed(profile, $"its credential_process ended with exit code {process.ExitCode}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw Failed(profile, $"its credential_process did not end within {Timeout.TotalMinutes:0} minutes");
        }
    }

    private Process Start(AwsProfile profile)
    {
        try
        {
            return Process.Start(StartOf(CommandLine.Split(profile.Require("credential_process"))))!;
        }
        catch (Exception exception) when (exception is Win32Exception or FormatException or InvalidOperationException)
        {
            string reason = exception is FormatException ? exception.Message : "the program was not found or may not be run";
            throw Failed(profile, $"its credential_process cannot be started: {reason}");
        }
    }

    private ProcessStartInfo StartOf(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(words.Count > 0 ? words[0] : "")
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in words.Skip(1)) start.ArgumentList.Add(argument);
        // While a role is entered the process's own variables are the client's.
        foreach ((string name, string? value) in environment.Overrides)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        return start;
    }

    private static ClientAccessException Failed(AwsProfile profile, string reason) =>
        profile.Unusable(reason, "Run the profile's credential_process by hand to see what it says.");
}
