using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>An engineer's machine: a home folder of its own, no credentials, and a Sandbox for AWS in which ana may read AbcCorp.</summary>
internal sealed class Workplace : IDisposable
{
    public const string Company = "acme";
    public const string Client = "222222222222";

    // Whatever the machine that runs the tests has set must not reach them.
    private static readonly string[] Unset =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL_SSO", "AWS_ENDPOINT_URL_SSO_OIDC", "AWS_ENDPOINT_URL_IAM", "AWS_ENDPOINT_URL_SIGNIN", "CROSSACCESS_SIGNIN_CACHE", "CROSSACCESS_CLIENT", "CROSSACCESS_TIER",
    ];

    private readonly ProcessEnvironment _environment = new();
    private readonly ModuleSession _session = new();

    public Workplace(SandboxOptions? options = null, bool readable = false)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The browser of a test is named by $env:BROWSER, which Linux alone reads.");
        Sandbox = CrossAccessSandbox.Start(options);
        Home = Directory.CreateTempSubdirectory("crossaccess-").FullName;
        foreach (string name in Unset) Set(name, null);
        Set("HOME", Home);
        Set("AWS_ENDPOINT_URL", Sandbox.EndpointUrl);
        Set("AWS_CONFIG_FILE", Sandbox.ConfigFile);
        Set("AWS_SHARED_CREDENTIALS_FILE", Sandbox.CredentialsFile);
        Set("AWS_EC2_METADATA_DISABLED", "true");
        Set("CROSSACCESS_INVENTORY", Path.Combine(Home, "inventory.json"));
        Browser = new OpenedPages(Home);
        Set("BROWSER", Browser.Command);
        Run($"""
            $null = Initialize-CrossAccess {Company} -AdminProfileName sandbox-admin -HomeAccountId {Sandbox.HomeAccountId} -Region {Sandbox.Region}
            $null = New-RemoteAccessRole AbcCorp {Client} -ProfileName client-{Client} | New-ClientPermissionSet{(readable ? " -ReadableByHolder" : "")} | Grant-ClientAccess -User ana
            """);
        Sandbox.ClearEvents();
    }

    public CrossAccessSandbox Sandbox { get; }

    public string Home { get; }

    public OpenedPages Browser { get; }

    /// <summary>What was asked of AWS since the last look.</summary>
    public IReadOnlyList<string> TakeOperations()
    {
        string[] operations = [.. Sandbox.Events.Select(request => request.Operation)];
        Sandbox.ClearEvents();
        return operations;
    }

    public string[] CacheFiles => Directory.Exists(CacheFolder) ? Directory.GetFiles(CacheFolder) : [];

    public string CacheFolder => Path.Combine(Home, ".aws", "sso", "cache");

    public JsonObject Token => JsonNode.Parse(File.ReadAllText(Assert.Single(CacheFiles)))!.AsObject();

    public void Set(string variable, string? value) => _environment.Set(variable, value);

    public void ForgetInventory() => File.Delete(Path.Combine(Home, "inventory.json"));

    public RunningScript Start(string script) => _session.Start(script);

    /// <summary>What a console would show for the script's output.</summary>
    public string Render(string script) => _session.Render(script);

    public ShellResult Try(string script) => _session.Run(script);

    public ShellResult Run(string script)
    {
        ShellResult result = _session.Run(script);
        Assert.Null(result.Terminated);
        Assert.Empty(result.Errors);
        return result;
    }

    /// <summary>Signs in as a person does who approves in the browser.</summary>
    public async Task<PSObject> SignInAsync(string command = "Connect-CrossAccess")
    {
        using RunningScript connecting = Start(command);
        await Browser.VisitAsync();
        ShellResult result = connecting.Wait();
        Assert.Empty(result.Errors);
        return Assert.Single(result.Output);
    }

    /// <summary>The one error of a script, terminating or not.</summary>
    public ErrorRecord ErrorOf(string script)
    {
        ShellResult result = Try(script);
        return result.Terminated?.ErrorRecord ?? Assert.Single(result.Errors);
    }

    public void Dispose()
    {
        _session.Run("if (Get-ClientRole) { Exit-ClientRole -All }");
        _session.Dispose();
        _environment.Dispose();
        Sandbox.Dispose();
        Directory.Delete(Home, recursive: true);
    }
}
