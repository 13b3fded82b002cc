using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AutoRefresh.Tests;

/// <summary>Whatever credentials the user has lying about, programs act in the client's account while its role is entered, and where they did before once it is left.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RightAccountTests : IAsyncLifetime
{
    private const string AtHome = "arn:aws:iam::111111111111:user/admin";

    private readonly Engineer _ana = new();

    public async ValueTask InitializeAsync() => await _ana.SignInAsync();

    public ValueTask DisposeAsync()
    {
        _ana.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task No_configuration_at_all()
    {
        await AssertActInAbcAsync();
        Assert.False(File.Exists(_ana.ConfigFile));
    }

    [Fact]
    public async Task Keys_in_the_default_profile_of_the_credentials_file()
    {
        File.WriteAllText(_ana.CredentialsFile, $"[default]\n{_ana.HomeKeys}\n");
        await AssertActInAbcAsync(before: AtHome);
    }

    [Fact]
    public async Task Keys_in_the_default_profile_of_the_config_file()
    {
        File.WriteAllText(_ana.ConfigFile, $"[default]\nregion = eu-west-1\n{_ana.HomeKeys}\n");
        await AssertActInAbcAsync(before: AtHome);
    }

    [Fact]
    public async Task A_sign_in_to_Identity_Center_in_the_default_profile()
    {
        // The AWS CLI keeps its sign-ins where HOME says.
        string cache = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_ana.ConfigFile)!, "sso", "cache")).FullName;
        foreach (string file in Directory.GetFiles(_ana.SignIns, "*.json")) File.Copy(file, Path.Combine(cache, Path.GetFileName(file)));
        File.WriteAllText(_ana.ConfigFile, $"""
            [sso-session acme]
            sso_start_url = {(string)_ana.Aws.Sandbox.PortalUrl}
            sso_region = {(string)_ana.Aws.Sandbox.Region}
            sso_registration_scopes = sso:account:access
            [default]
            sso_session = acme
            sso_account_id = {SandboxSession.Home}
            sso_role_name = AbcCorpReadOnly
            region = eu-west-1
            """);
        await AssertActInAbcAsync(before: "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AbcCorpReadOnly_");
    }

    [Fact]
    public async Task A_program_that_gives_credentials_in_the_default_profile()
    {
        dynamic key = _ana.Aws.Sandbox.AdministratorOf(SandboxSession.Home);
        string script = Path.Combine(Path.GetDirectoryName(_ana.ConfigFile)!, "keys.sh");
        File.WriteAllText(script, $$"""echo '{"Version":1,"AccessKeyId":"{{(string)key.AccessKeyId}}","SecretAccessKey":"{{(string)key.SecretAccessKey}}"}'""");
        File.WriteAllText(_ana.ConfigFile, $"[default]\ncredential_process = sh {script}\n");
        await AssertActInAbcAsync(before: AtHome);
    }

    [Theory]
    [InlineData("AWS_PROFILE")]
    [InlineData("AWS_DEFAULT_PROFILE")]
    public async Task A_profile_that_the_environment_names(string variable)
    {
        File.WriteAllText(_ana.CredentialsFile, $"[home]\n{_ana.HomeKeys}\n");
        _ana.Set(variable, "home");
        // The AWS SDK for .NET does not know the older name.
        await AssertActInAbcAsync(before: variable == "AWS_PROFILE" ? AtHome : null);
    }

    [Fact]
    public async Task Keys_in_the_environment()
    {
        dynamic key = _ana.Aws.Sandbox.AdministratorOf(SandboxSession.Home);
        _ana.Set("AWS_ACCESS_KEY_ID", (string)key.AccessKeyId);
        _ana.Set("AWS_SECRET_ACCESS_KEY", (string)key.SecretAccessKey);
        await AssertActInAbcAsync(before: AtHome);
    }

    [Fact]
    public async Task A_containers_and_a_web_identity()
    {
        _ana.Set("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/x");
        _ana.Set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/var/run/token");
        _ana.Set("AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/token");
        _ana.Set("AWS_ROLE_ARN", "arn:aws:iam::111111111111:role/pod");
        _ana.Set("AWS_ROLE_SESSION_NAME", "pod");
        await AssertActInAbcAsync();
    }

    [Fact]
    public async Task Other_profiles_can_be_used_inside_as_ever()
    {
        Programs.Require();
        File.WriteAllText(_ana.CredentialsFile, $"[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = x\n[home]\n{_ana.HomeKeys}\n");
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        Assert.Equal(Engineer.InAbc, await Programs.CliAsync());
        _ana.Set("AWS_PROFILE", "home");
        Assert.Equal(AtHome, await Programs.CliAsync());
    }

    // A variable or a file that outranks the endpoint is told apart from one that does not: before the role is entered it leads home.
    private async Task AssertActInAbcAsync(string? before = null)
    {
        Programs.Require();
        if (before is not null) Assert.All(await Programs.WhoAsync(), arn => Assert.StartsWith(before, arn, StringComparison.Ordinal));
        Dictionary<string, string> home = SandboxSession.Variables();

        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        Assert.DoesNotContain(SandboxSession.Variables().Keys, name => name is "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY" or "AWS_SESSION_TOKEN");
        Assert.Equal([Engineer.InAbc, Engineer.InAbc, Engineer.InAbc], await Programs.WhoAsync());
        // The plain kind must not be outranked either.
        _ana.Run("Enter-ClientRole Globex");
        Assert.Equal([Engineer.InGlobex, Engineer.InGlobex, Engineer.InGlobex], await Programs.WhoAsync());
        _ana.Run("Exit-ClientRole -All");

        Assert.Equal(home, SandboxSession.Variables());
        if (before is not null) Assert.StartsWith(before, await Programs.CliAsync(), StringComparison.Ordinal);
    }
}
