using System.Net.Sockets;
using CrossAccess.Sandbox;

namespace CrossAccess.Rehearsal;

/// <summary>The Sandbox of this process. There is one, because the environment that leads to it is one.</summary>
internal static class ProcessSandbox
{
    private static readonly object Gate = new();
    private static CrossAccessSandbox? _sandbox;
    private static EnvironmentSnapshot? _before;

    /// <param name="statePath">The file of a Sandbox at rest, or null.</param>
    /// <param name="with">What is wanted otherwise than the default, or than what rests.</param>
    /// <exception cref="ClientAccessException">SandboxRunning, ClientRoleEntered, InvalidAccountId, EndpointUnreachable, SandboxStateUnusable.</exception>
    public static RunningSandbox Start(string? statePath, Func<SandboxOptions, SandboxOptions> with)
    {
        lock (Gate)
        {
            if (_sandbox is not null)
            {
                throw new ClientAccessException(ClientAccessError.SandboxRunning, $"A Sandbox is running already, at {_sandbox.EndpointUrl}.")
                {
                    RecommendedAction = "Stop it first: Stop-CrossAccessSandbox",
                };
            }

            RequireOutside();
            _sandbox = Open(statePath, with);
            _before = SandboxEnvironment.Enter(_sandbox);
            CrossAccessSandbox sandbox = _sandbox;
            CredentialClock.OfProcess.Follow(() => sandbox.Now);
            // Its files hold keys and would outlive the process.
            AppDomain.CurrentDomain.ProcessExit += StopAtExit;
            return Describe(_sandbox);
        }
    }

    /// <exception cref="ClientAccessException">SandboxNotRunning, ClientRoleEntered, SandboxStateUnusable.</exception>
    public static void Stop()
    {
        lock (Gate)
        {
            CrossAccessSandbox sandbox = Require();
            RequireOutside();
            AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
            CredentialClock.OfProcess.Follow(null);
            _before!.Restore();
            _sandbox = null;
            _before = null;
            Close(sandbox);
        }
    }

    /// <summary>Turns the clock of the Sandbox at that address on, and gives the time that it is then.</summary>
    /// <exception cref="ClientAccessException">SandboxNotRunning.</exception>
    public static DateTimeOffset Advance(string endpointUrl, TimeSpan by)
    {
        lock (Gate)
        {
            CrossAccessSandbox sandbox = Require();
            if (sandbox.EndpointUrl != endpointUrl)
                throw new ClientAccessException(ClientAccessError.SandboxNotRunning, $"The Sandbox at {endpointUrl} has been stopped.");

            sandbox.Advance(by);
            return sandbox.Now;
        }
    }

    /// <summary>The Sandbox; null when none is running.</summary>
    public static RunningSandbox? Current
    {
        get { lock (Gate) return _sandbox is null ? null : Describe(_sandbox); }
    }

    /// <summary>The requests that it has answered.</summary>
    /// <exception cref="ClientAccessException">SandboxNotRunning.</exception>
    public static IReadOnlyList<SandboxEvent> Events
    {
        get { lock (Gate) return Require().Events; }
    }

    private static CrossAccessSandbox Require() =>
        _sandbox ?? throw new ClientAccessException(ClientAccessError.SandboxNotRunning, "No Sandbox is running in this process.")
        {
            RecommendedAction = "Start one: Start-CrossAccessSandbox",
        };

    // Entering remembers the environment that leaving puts back: both must happen on the same side of the Sandbox.
    private static void RequireOutside()
    {
        if (EnteredRoles.OfProcess.Sessions is not [{ } entered, ..]) return;

        throw new ClientAccessException(ClientAccessError.ClientRoleEntered, $"The role of client '{entered.Client}' is entered.")
        {
            RecommendedAction = "Leave it first: Exit-ClientRole",
        };
    }

    private static CrossAccessSandbox Open(string? statePath, Func<SandboxOptions, SandboxOptions> with)
    {
        try
        {
            return CrossAccessSandbox.Start(with(statePath is null ? new SandboxOptions() : SandboxOptions.Resume(statePath)));
        }
        catch (SocketException problem)
        {
            throw new ClientAccessException(ClientAccessError.EndpointUnreachable, $"The port of this machine cannot be used: {problem.Message}", problem)
            {
                RecommendedAction = "Leave -Port out to take a free one.",
            };
        }
        catch (ArgumentException problem)
        {
            throw new ClientAccessException(ClientAccessError.InvalidAccountId, problem.Message, problem);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new ClientAccessException(ClientAccessError.SandboxStateUnusable, problem.Message, problem)
            {
                RecommendedAction = "Name another file with -StatePath, or leave it out.",
            };
        }
    }

    private static void Close(CrossAccessSandbox sandbox)
    {
        try
        {
            sandbox.Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ClientAccessException(ClientAccessError.SandboxStateUnusable, $"The Sandbox has been stopped, but its state could not be saved: {problem.Message}", problem);
        }
    }

    private static void StopAtExit(object? sender, EventArgs e)
    {
        try
        {
            _sandbox?.Dispose();
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The process is ending: there is nobody to tell.
        }
    }

    private static RunningSandbox Describe(CrossAccessSandbox sandbox) => new()
    {
        EndpointUrl = sandbox.EndpointUrl,
        AdminAccountId = sandbox.AdminAccountId,
        HomeAccountId = sandbox.HomeAccountId,
        ClientAccountId = [.. sandbox.ClientAccountIds],
        User = [.. sandbox.Users.Select(user => user.UserName)],
        Group = [.. sandbox.Groups.Select(group => group.DisplayName)],
        Region = sandbox.Region,
        ConfigFile = sandbox.ConfigFile,
        Seed = sandbox.Seed,
        StatePath = sandbox.StatePath,
        InventoryPath = SandboxEnvironment.InventoryPath(sandbox),
    };
}
