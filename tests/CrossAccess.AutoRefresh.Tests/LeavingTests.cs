using System.Management.Automation;
using System.Net.Sockets;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AutoRefresh.Tests;

/// <summary>A renewed role is left without a trace, however it ends.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class LeavingTests : IAsyncLifetime
{
    private readonly Engineer _ana = new();

    public async ValueTask InitializeAsync() => await _ana.SignInAsync();

    public ValueTask DisposeAsync()
    {
        _ana.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Roles_within_roles_restore_the_whole_environment_byte_for_byte()
    {
        _ana.Set("AWS_CONFIG_FILE", " odd = path ");
        _ana.Set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "home's");
        _ana.Set("AWS_DEFAULT_PROFILE", "");
        _ana.Set("AWS_CREDENTIAL_EXPIRATION", " never ");
        List<Dictionary<string, string>> levels = [SandboxSession.Variables()];
        foreach (string enter in (string[])["AbcCorp -AutoRefresh", "Globex", "AbcCorp", "Globex -AutoRefresh", "Globex -AutoRefresh -Region eu-north-1"])
        {
            _ana.Run($"Enter-ClientRole {enter}");
            levels.Add(SandboxSession.Variables());
        }

        Assert.Equal(levels.Count, levels.Select(level => string.Join('\n', level.OrderBy(pair => pair.Key, StringComparer.Ordinal))).Distinct().Count());
        Assert.Equal(" odd = path ", levels[2]["AWS_CONFIG_FILE"]);
        for (int level = levels.Count - 2; level >= 0; level--)
        {
            _ana.Run("Exit-ClientRole");
            Assert.Equal(levels[level], SandboxSession.Variables());
        }
    }

    [Fact]
    public async Task Leaving_ends_the_address_and_takes_the_copies_away()
    {
        File.WriteAllText(_ana.CredentialsFile, $"[default]\n{_ana.HomeKeys}\n");
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        (int port, string folder) = Inside();
        Assert.True(File.Exists(Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE")));

        _ana.Run("Exit-ClientRole");

        await AssertEndedAsync(port, folder);
    }

    [Fact]
    public async Task A_runspace_that_ends_inside_leaves_its_roles_and_others_can_enter()
    {
        using var passing = new ModuleSession();
        Dictionary<string, string> home = SandboxSession.Variables();
        Assert.Empty(passing.Run("Enter-ClientRole Globex; Enter-ClientRole AbcCorp -AutoRefresh").Errors);
        (int port, string folder) = Inside();
        Assert.Equal("EnteredElsewhere", _ana.Try("Enter-ClientRole AbcCorp").OnlyError().Id());

        passing.Dispose();

        Assert.Equal(home, SandboxSession.Variables());
        await AssertEndedAsync(port, folder);
        _ana.Run("Enter-ClientRole AbcCorp");
    }

    [Fact]
    public void An_entry_that_is_refused_leaves_nothing()
    {
        Dictionary<string, string> home = SandboxSession.Variables();
        string[] folders = Folders();
        foreach (string refused in (string[])["AbcCorp Administrator -AutoRefresh", "AbcCorp -AutoRefresh -Duration 0:10", "AbcCorp -AutoRefresh -Duration 13:00", "AbcCrop -AutoRefresh"])
        {
            Assert.NotNull(_ana.Try($"Enter-ClientRole {refused}").OnlyError());
        }
        Assert.Equal("StoredCredentialsReadOnly", _ana.Try("$ExecutionContext.SessionState.PSVariable.Set([psvariable]::new('StoredAWSRegion', 'x', 'ReadOnly')); Enter-ClientRole AbcCorp -AutoRefresh").OnlyError().Id());

        Assert.Equal(home, SandboxSession.Variables());
        Assert.Equal(folders, Folders());
    }

    [Fact]
    public void What_aws_configure_writes_inside_is_kept_and_said()
    {
        File.WriteAllText(_ana.ConfigFile, "[default]\noutput = json\n");
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        File.AppendAllText(Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!, "[profile new]\nregion = eu-north-1\n");

        string warning = Assert.Single(_ana.Run("Exit-ClientRole").Warnings);

        string kept = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_ana.ConfigFile)!, "config.AbcCorp-ReadOnly-*"));
        Assert.Contains(kept, warning, StringComparison.Ordinal);
        Assert.Contains("[profile new]", File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.Equal("[default]\noutput = json\n", File.ReadAllText(_ana.ConfigFile));
    }

    [Fact]
    public void Commands_that_administer_act_at_home_with_homes_own_files_while_inside()
    {
        File.WriteAllText(_ana.ConfigFile, "[profile acme-home]\nsource_profile = default\nrole_arn = arn:aws:iam::111111111111:role/none\n");
        File.WriteAllText(_ana.CredentialsFile, $"[default]\n{_ana.HomeKeys}\n");
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");

        // The default profile has keys for them, although it has none for the programs that are started here.
        ErrorRecord home = _ana.Try("Get-RemoteAccessRole AbcCorp -ProfileName default").OnlyError();

        Assert.Contains("Profile 'default' belongs to account 111111111111, your home account", home.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("acme-home", _ana.Aws.Shell.Complete("Get-RemoteAccessRole -ProfileName ").Select(completion => completion.CompletionText));
    }

    [Fact]
    public void An_ended_role_says_how_to_go_on()
    {
        _ana.Run("Enter-ClientRole AbcCorp");
        Assert.Empty(_ana.Run("Get-ClientRole").Warnings);
        _ana.Advance(TimeSpan.FromMinutes(61));

        ShellResult ended = _ana.Run("Get-ClientRole");

        Assert.Equal("0", ended.Output[0].Text("MinutesLeft"));
        string command = Assert.Single(ended.Warnings).Split("type: ")[1];
        Assert.Equal("59", Assert.Single(_ana.Run(command).Output).Text("MinutesLeft"));
        Assert.Single(_ana.Run("Get-ClientRole").Output);
    }

    [Fact]
    public void The_view_says_which_role_is_renewed_on_80_columns()
    {
        _ana.Run("Enter-ClientRole AbcCorp; Enter-ClientRole Globex -AutoRefresh");

        string[] lines = _ana.Aws.Shell.Render("Get-ClientRole").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, 79));
        Assert.Matches(@"^Globex +ReadOnly +333333333333 +eu-west-1 +ana +59 auto\s*$", lines[2]);
        Assert.Matches(@"^AbcCorp +ReadOnly +222222222222 +eu-west-1 +ana +59\s*$", lines[3]);
    }

    [Fact]
    public void No_secret_of_a_renewed_role_is_shown_or_said()
    {
        ShellResult result = _ana.Run("$VerbosePreference = $DebugPreference = 'Continue'; $entered = Enter-ClientRole AbcCorp -AutoRefresh; $entered | Out-Default; \"$entered\"; Get-ClientRole | Out-Default; Exit-ClientRole");

        dynamic session = _ana.Run("$entered").Output[0].BaseObject;
        string all = string.Join('\n', [result.HostText, .. result.Texts, .. result.Verbose, .. result.Warnings]);
        foreach (string secret in (string[])[session.SecretAccessKey, session.SessionToken]) Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    private static (int Port, string Folder) Inside() =>
        (new Uri(Environment.GetEnvironmentVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI")!).Port, Path.GetDirectoryName(Environment.GetEnvironmentVariable("AWS_CONFIG_FILE"))!);

    private static string[] Folders() => [.. Directory.GetDirectories(Path.GetTempPath(), "crossaccess-session-*").Order(StringComparer.Ordinal)];

    private static async Task AssertEndedAsync(int port, string folder)
    {
        Assert.False(Directory.Exists(folder));
        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync("127.0.0.1", port));
    }
}
