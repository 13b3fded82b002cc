using System.ComponentModel;

namespace CrossAccess.ClientCommands;

/// <summary>Enters one client's account after the other, several at a time, and has a child shell run the script there.</summary>
/// <param name="request">What every child shall run, ready to be sent.</param>
/// <param name="manifest">The module's manifest, which a child imports.</param>
/// <param name="folder">Where the children start.</param>
internal sealed class ClientCommandRunner(Provider provider, ShellProgram shell, string request, string manifest, string folder)
{
    public string? HomeProfileName { get; init; }

    public string? SessionName { get; init; }

    public string? Region { get; init; }

    /// <summary>How long a script may run; null: as long as it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <exception cref="ClientAccessException">The role cannot be entered; ClientCommandFailed; ClientCommandTimedOut.</exception>
    public async Task RunAsync(ClientCommandRun run, IActivity activity, CancellationToken cancellation)
    {
        ClientCommandTarget target = run.Target;
        var entry = new RoleEntryRequest(target.Client, target.Tier) { Account = target.AccountId, HomeProfileName = HomeProfileName, SessionName = SessionName, Region = Region };
        RoleSession session = await new RoleEntry(provider).EnterAsync(entry, activity, cancellation).ConfigureAwait(false);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (Timeout is { } timeout) limited.CancelAfter(timeout);
        try
        {
            await RunInChildAsync(run, session, activity, limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ClientAccessException(ClientAccessError.ClientCommandTimedOut, $"{target}: the command did not end within {Timeout!.Value.TotalSeconds} seconds and was ended.")
            {
                RecommendedAction = "Allow it more time: -TimeoutSeconds. What it had done by then is done.",
            };
        }
    }

    private async Task RunInChildAsync(ClientCommandRun run, RoleSession session, IActivity activity, CancellationToken cancellation)
    {
        string Redact(string text) => Without(text, session.Credentials);
        await using ChildProcess child = Start(session, run.Target, line => activity.Verbose($"{run.Target}: {Redact(line)}"));
        if (await child.ConnectAsync(cancellation).ConfigureAwait(false))
        {
            await child.Channel.WriteAsync(FrameKind.Request, request, cancellation).ConfigureAwait(false);
            while (await child.Channel.ReadAsync(cancellation).ConfigureAwait(false) is { } frame)
            {
                if (frame.Kind == FrameKind.Completed) RequireSuccess(run.Target, frame.Text);
                else await run.WriteAsync(ClientCommandOutput.WriteOf(frame, run.Target, Redact), cancellation).ConfigureAwait(false);
                if (frame.Kind is not (FrameKind.Completed or FrameKind.Failed)) continue;

                await child.ExitAsync(cancellation).ConfigureAwait(false);
                return;
            }
        }

        int? exitCode = await child.ExitAsync(cancellation).ConfigureAwait(false);
        string errorText = exitCode is null ? "" : await child.ReadLastErrorsAsync(cancellation).ConfigureAwait(false);
        throw Died(run.Target, exitCode, Redact(errorText));
    }

    private ChildProcess Start(RoleSession session, ClientCommandTarget target, Action<string> onConsoleLine)
    {
        try
        {
            return ChildProcess.Start(shell, manifest, session, provider.Entered.HomeEnvironment, folder, onConsoleLine);
        }
        catch (Win32Exception e)
        {
            throw new ClientAccessException(ClientAccessError.ClientCommandFailed, $"{target}: {shell.Path} could not be started in {folder}: {e.Message}", e);
        }
    }

    private static void RequireSuccess(ClientCommandTarget target, string exitCode)
    {
        if (exitCode != "0") throw new ClientAccessException(ClientAccessError.ClientCommandFailed, $"{target}: the command ended with exit code {exitCode}.");
    }

    private static ClientAccessException Died(ClientCommandTarget target, int? exitCode, string errorText)
    {
        string how = exitCode is null ? "closed its pipe" : $"ended with exit code {exitCode}";
        string said = errorText.Length == 0 ? "" : $" It printed: {Printable.Of(errorText)}";
        return new ClientAccessException(ClientAccessError.ClientCommandFailed, $"{target}: the shell that ran the command {how} before the command did.{said}");
    }

    // A script may print its environment; what we relay of it as text of our own must not show the keys.
    private static string Without(string text, AwsCredentials credentials)
    {
        string redacted = text.Replace(credentials.SecretAccessKey, "***", StringComparison.Ordinal);
        return credentials.SessionToken is { Length: > 0 } token ? redacted.Replace(token, "***", StringComparison.Ordinal) : redacted;
    }
}
