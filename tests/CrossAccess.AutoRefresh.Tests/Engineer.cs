using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.SignIn.Tests;

namespace CrossAccess.AutoRefresh.Tests;

/// <summary>ana's machine: a home folder of her own with what AWS configuration a test puts there, a sign-in to Identity Center, and a Sandbox for AWS.</summary>
internal sealed class Engineer : IDisposable
{
    public const string InAbc = "arn:aws:sts::222222222222:assumed-role/acme-read-only/ana";
    public const string InGlobex = "arn:aws:sts::333333333333:assumed-role/acme-read-only/ana";

    private readonly SandboxSession _aws = new("-ApproveSignInAs ana");
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("crossaccess-home-");
    private readonly ProcessEnvironment _environment = new();

    public Engineer()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The browser of a test is named by $env:BROWSER, which Linux alone reads.");
        _aws.Onboard();
        _aws.Onboard("Globex", SandboxSession.Globex);
        SignIns = Environment.GetEnvironmentVariable("CROSSACCESS_SIGNIN_CACHE")!;
        foreach (string name in (string[])["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_PROFILE"]) Set(name, null);
        Set("HOME", _home.FullName);
        _home.CreateSubdirectory(".aws");
    }

    public SandboxSession Aws => _aws;

    /// <summary>The folder in which the sign-in lies.</summary>
    public string SignIns { get; }

    public string ConfigFile => Path.Combine(_home.FullName, ".aws", "config");

    public string CredentialsFile => Path.Combine(_home.FullName, ".aws", "credentials");

    /// <summary>The keys of an administrator of the home account, as lines of a profile.</summary>
    public string HomeKeys
    {
        get
        {
            dynamic key = _aws.Sandbox.AdministratorOf(SandboxSession.Home);
            return $"aws_access_key_id = {(string)key.AccessKeyId}\naws_secret_access_key = {(string)key.SecretAccessKey}";
        }
    }

    public void Set(string variable, string? value) => _environment.Set(variable, value);

    public ShellResult Run(string script) => _aws.Run(script);

    public ShellResult Try(string script) => _aws.Try(script);

    public async Task SignInAsync()
    {
        var pages = new OpenedPages(_home.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName);
        Set("BROWSER", pages.Command);
        using RunningScript connecting = _aws.Shell.Start("Connect-CrossAccess");
        await pages.VisitAsync();
        Assert.Empty(connecting.Wait().Errors);
        _aws.Sandbox.ClearEvents();
    }

    /// <summary>Gives ana the profiles of an admin, too.</summary>
    public void KeepAdminsProfiles()
    {
        File.Copy((string)_aws.Sandbox.ConfigFile, ConfigFile);
        File.Copy((string)_aws.Sandbox.CredentialsFile, CredentialsFile);
    }

    /// <summary>Puts another user's sign-in in the place of ana's.</summary>
    public void SignInInstead(string user)
    {
        string file = Assert.Single(Directory.GetFiles(SignIns, "*.json"));
        JsonObject token = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        token["accessToken"] = (string)_aws.Sandbox.IssuePortalToken(user);
        token["expiresAt"] = ((DateTimeOffset)_aws.Sandbox.Now).AddHours(8).ToString("yyyy-MM-ddTHH:mm:ssZ");
        foreach (string name in (string[])["refreshToken", "crossAccessUserName"]) token.Remove(name);
        File.WriteAllText(file, token.ToJsonString());
    }

    /// <summary>Turns the clock of AWS, and with it that of the rehearsal.</summary>
    public void Advance(TimeSpan by) => _aws.Sandbox.Advance(by);

    public void Dispose()
    {
        _aws.Shell.Run("if (Get-ClientRole) { Exit-ClientRole -All }");
        _environment.Dispose();
        _aws.Dispose();
        _home.Delete(recursive: true);
    }
}
