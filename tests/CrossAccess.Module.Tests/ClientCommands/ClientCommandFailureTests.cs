using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.ClientCommands;

/// <summary>One client's failure is one error, and the others go on; Ctrl+C leaves nothing behind.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ClientCommandFailureTests(ClientFleet fleet) : IClassFixture<ClientFleet>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_client_that_cannot_be_entered_is_one_error_that_can_be_piped_back()
    {
        ShellResult result = fleet.Session.Run($"Invoke-ClientCommand Client2, {ClientFleet.Closed}, Nobody, Client3 -KeepOrder {{ 'ran' }}");

        Assert.Equal(["Client2", "Client3"], result.Output.Select(output => output.Properties["Client"].Value));
        Assert.Equal(["ClientNotFound", "ClientAccessDenied"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(ErrorCategory.PermissionDenied, result.Errors[1].CategoryInfo.Category);

        fleet.Session.Set("failed", result.Errors[1].TargetObject);
        ShellResult again = fleet.Session.Run("$failed | Invoke-ClientCommand { 'ran' }");
        Assert.Equal([ClientFleet.Closed], again.Errors.Select(error => ((PSObject)PSObject.AsPSObject(error.TargetObject)).Properties["Client"].Value));
    }

    [Theory]
    [InlineData("throw 'broken'", "broken", "broken", ErrorCategory.OperationStopped)]
    [InlineData("$ErrorActionPreference = 'Stop'; No-SuchCommand", "CommandNotFoundException", "No-SuchCommand", ErrorCategory.ObjectNotFound)]
    [InlineData("$ErrorActionPreference = 'Stop'; Write-Error wrong -ErrorId Wrong; 'never'", "Wrong", "wrong", ErrorCategory.NotSpecified)]
    [InlineData("exit 7", "ClientCommandFailed", "exit code 7", ErrorCategory.InvalidResult)]
    [InlineData("[Environment]::Exit(9)", "ClientCommandFailed", "exit code 9", ErrorCategory.InvalidResult)]
    [InlineData("[Console]::Error.WriteLine('last words'); [Environment]::Exit(9)", "ClientCommandFailed", "last words", ErrorCategory.InvalidResult)]
    [InlineData("$ErrorActionPreference = 'Stop'; $Host.UI.ReadLine()", "PSInvalidOperationException", "cannot ask", ErrorCategory.NotSpecified)]
    public void A_script_that_fails_in_one_client_is_one_error_and_what_it_gave_before_is_kept(string failure, string id, string message, ErrorCategory category)
    {
        ShellResult result = fleet.Session.Run($"Invoke-ClientCommand Client2, Client3 -KeepOrder {{ 'before'; if ($env:CROSSACCESS_CLIENT -eq 'Client2') {{ {failure} }}; 'after' }}");

        Assert.Equal(["before", "before", "after"], result.Texts);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Contains(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal("Client2", PSObject.AsPSObject(error.TargetObject).Properties["Client"].Value);
    }

    [Fact]
    public void A_script_that_takes_too_long_is_ended()
    {
        ShellResult result = fleet.Session.Run("Invoke-ClientCommand Client2 -TimeoutSeconds 1 { [Threading.Thread]::Sleep(-1) }");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("ClientCommandTimedOut,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
    }

    [Fact]
    public void With_ErrorAction_Stop_the_first_error_ends_the_command()
    {
        ShellResult result = fleet.Session.Run("try { Invoke-ClientCommand Client2 -ErrorAction Stop { Write-Error broken } } catch { \"caught $($_.TargetObject.Client)\" }");

        Assert.Equal(["caught Client2"], result.Texts);
    }

    [Fact]
    public void No_secret_stands_in_what_the_module_says_of_a_script()
    {
        ShellResult result = fleet.Session.Run("""
            Invoke-ClientCommand Client2 -Verbose {
                [pscustomobject]@{ Secrets = @($env:AWS_SECRET_ACCESS_KEY, $env:AWS_SESSION_TOKEN) }
                Write-Warning $env:AWS_SECRET_ACCESS_KEY; Write-Verbose $env:AWS_SESSION_TOKEN; Write-Host $env:AWS_SECRET_ACCESS_KEY
                Write-Error $env:AWS_SESSION_TOKEN; [Console]::WriteLine($env:AWS_SECRET_ACCESS_KEY); throw $env:AWS_SECRET_ACCESS_KEY
            }
            """);

        fleet.Session.Set("given", result.Output[0]);
        IReadOnlyList<string> secrets = fleet.Session.Run("$given.Secrets").Texts;
        string said = string.Join('\n', [.. result.Warnings, .. result.Verbose, result.HostText, .. result.Errors.Select(error => $"{error} {error.Exception} {error.ErrorDetails} {error.CategoryInfo} {error.FullyQualifiedErrorId}")]);
        Assert.Equal(2, secrets.Count(secret => secret.Length > 20));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        Assert.Contains("***", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_ends_every_child_and_what_it_has_started()
    {
        const int Children = 3;
        ConcurrentBag<int> processes = [];
        Signal started = new();
        fleet.Session.Set("note", (Action<string>)(line =>
        {
            processes.Add(int.Parse(line, CultureInfo.InvariantCulture));
            if (processes.Count == 2 * Children) started.Set();
        }));
        using RunningScript running = fleet.Session.Start("""
            Invoke-ClientCommand Client2, Client3, Client4 {
                "$PID"
                if ($IsWindows) { powershell -NoProfile -Command '$PID; Start-Sleep 600' } else { sh -c 'echo $$; exec sleep 600' }
            } | ForEach-Object { $note.Invoke($_) }
            """);
        started.Wait();
        Process[] alive = [.. processes.Select(Process.GetProcessById)];

        running.Stop();

        Assert.All(alive, process => Assert.True(process.WaitForExit(Patience)));
        Assert.Empty(running.Wait().Errors);
    }
}
