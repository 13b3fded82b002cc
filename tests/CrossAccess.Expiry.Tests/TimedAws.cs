using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Expiry.Tests;

/// <summary>
/// The module in the real engine against a Sandbox whose clock stands until a test turns it. The company acme is set up, and
/// AbcCorp and Globex have a role and a permission set each.
/// </summary>
internal sealed class TimedAws : IDisposable
{
    private readonly ProcessEnvironment _environment = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("crossaccess-").FullName;

    public TimedAws(string? onboarding = null, SandboxOptions? options = null)
    {
        Sandbox = CrossAccessSandbox.Start((options ?? new SandboxOptions()) with { Clock = new StandingClock(), Users = ["ana", "ben", "eve", "joe"] });
        foreach (string variable in (string[])["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_DEFAULT_PROFILE", "CROSSACCESS_CLIENT", "CROSSACCESS_TIER"])
            _environment.Set(variable, null);
        _environment.Set("AWS_ENDPOINT_URL", Sandbox.EndpointUrl);
        _environment.Set("AWS_CONFIG_FILE", Sandbox.ConfigFile);
        _environment.Set("AWS_SHARED_CREDENTIALS_FILE", Sandbox.CredentialsFile);
        _environment.Set("AWS_EC2_METADATA_DISABLED", "true");
        _environment.Set("AWS_PROFILE", "sandbox-admin");
        _environment.Set("HOME", _folder);
        _environment.Set("CROSSACCESS_SIGNIN_CACHE", null);
        _environment.Set("CROSSACCESS_INVENTORY", InventoryPath);
        FollowClock(() => Sandbox.Now);
        Run($"Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home -HomeAccountId {Sandbox.HomeAccountId}");
        UnpacedRequests.Allow(Sandbox.InstanceArn);
        Run("""
            New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 | New-ClientPermissionSet -ReadableByHolder
            New-RemoteAccessRole Globex 333333333333 -ProfileName client-333333333333 | New-ClientPermissionSet
            """);
        if (onboarding is not null) Run(onboarding);
        Sandbox.ClearEvents();
    }

    public CrossAccessSandbox Sandbox { get; }

    public ModuleSession Shell { get; } = new();

    public string InventoryPath => Path.Combine(_folder, "inventory.json");

    public JsonNode Inventory => JsonNode.Parse(File.ReadAllText(InventoryPath))!;

    /// <summary>What was asked for since the events were last cleared, without questions who the caller is and how a request fares.</summary>
    public IReadOnlyList<string> Operations =>
        [.. Sandbox.Events.Select(seen => seen.Operation).Where(name => name != "GetCallerIdentity" && !name.EndsWith("Status", StringComparison.Ordinal))];

    public IReadOnlyList<string> Changes => [.. Sandbox.Events.Where(seen => !seen.IsReadOnly).Select(seen => seen.Operation)];

    /// <summary>How often each operation was asked for, in the alphabet's order.</summary>
    public IReadOnlyList<string> Counts =>
        [.. Sandbox.Events.Where(seen => seen.Operation != "GetCallerIdentity").GroupBy(seen => seen.Operation).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}")];

    public ShellResult Try(string script) => Shell.Run(script);

    /// <summary>Runs a script, which must write no error.</summary>
    public IReadOnlyList<PSObject> Run(string script) => RunWhole(script).Output;

    public ShellResult RunWhole(string script)
    {
        ShellResult result = Shell.Run(script);
        Assert.Null(result.Terminated);
        Assert.Empty(result.Errors);
        return result;
    }

    public ErrorRecord ErrorOf(string script) => Try(script).OnlyError();

    public static DateTimeOffset ExpiresOf(PSObject access) => (DateTimeOffset)access.Properties["Expires"].Value;

    public void TurnTo(DateTimeOffset time) => Sandbox.Advance(time - Sandbox.Now);

    /// <summary>A fresh session of a user, as the portal opens it now; null where the portal does not offer the set.</summary>
    public SignedClient? Open(string user, string permissionSet = "AbcCorpReadOnly")
    {
        try
        {
            return SignedClient.User(Sandbox, user, permissionSet);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a user gets from the portal into the client's account now.</summary>
    public async Task<bool> GetsInAsync(string user, string permissionSet = "AbcCorpReadOnly", string role = "arn:aws:iam::222222222222:role/acme-read-only")
    {
        using SignedClient? session = Open(user, permissionSet);
        return session is not null && await MayEnterAsync(session, role);
    }

    /// <summary>Whether a session of home may assume the client's role now.</summary>
    public static async Task<bool> MayEnterAsync(SignedClient session, string role = "arn:aws:iam::222222222222:role/acme-read-only")
    {
        try
        {
            (await session.AssumeAsync(role, "session")).Dispose();
            return true;
        }
        catch (AwsError refusal)
        {
            // The second once the session's own role is deleted.
            Assert.Contains(refusal.Code, (string[])["AccessDenied", "InvalidClientTokenId"]);
            return false;
        }
    }

    /// <summary>The users whose access ends by the policy that is provisioned into home.</summary>
    public async Task<IReadOnlyList<string>> UsersWithAnEndInHomeAsync(string permissionSet = "AbcCorpReadOnly")
    {
        using SignedClient home = SignedClient.Administrator(Sandbox, Sandbox.HomeAccountId);
        XElement roles = await home.IamAsync("ListRoles", ("PathPrefix", "/aws-reserved/"));
        string? role = roles.Descendants().Where(element => element.Name.LocalName == "RoleName").Select(element => element.Value).FirstOrDefault(name => name.StartsWith($"AWSReservedSSO_{permissionSet}_", StringComparison.Ordinal));
        if (role is null) return [];

        string policy = Uri.UnescapeDataString((await home.IamAsync("GetRolePolicy", ("RoleName", role), ("PolicyName", "AwsSSOInlinePolicy"))).Text("PolicyDocument"));
        return [.. Sandbox.Users.Where(user => policy.Contains(user.UserId, StringComparison.Ordinal)).Select(user => user.UserName)];
    }

    /// <summary>Each step twice: stopped before AWS has carried it out, and after.</summary>
    public static TheoryData<string, bool> EachStep(IEnumerable<string> steps)
    {
        var data = new TheoryData<string, bool>();
        foreach (string step in steps)
        {
            data.Add(step, false);
            data.Add(step, true);
        }
        return data;
    }

    /// <summary>What Ctrl+C does, at the moment at which AWS is asked for that step for the nth time or has carried it out.</summary>
    public void Stop(string script, string step, bool carriedOut, int time = 1)
    {
        var reached = new Signal();
        var over = new Signal();
        int seen = 0;
        Func<SandboxRequest, CancellationToken, Task> hold = async (request, cancellation) =>
        {
            if (request.Operation != step || over.HasHappened || Interlocked.Increment(ref seen) != time) return;
            reached.Set();
            await over.WaitAsync(cancellation);
            // The answer never arrives; what was not carried out never is.
            throw new IOException("The client has gone.");
        };
        if (carriedOut) Sandbox.BeforeResponse = hold;
        else Sandbox.BeforeHandling = hold;

        using (RunningScript running = Shell.Start(script))
        {
            reached.Wait();
            running.Stop();
            Assert.Equal(PSInvocationState.Stopped, running.Wait().State);
        }
        over.Set();
        Sandbox.BeforeResponse = null;
        Sandbox.BeforeHandling = null;
    }

    // As Start-CrossAccessSandbox does. By reflection: a reference would load a second copy of the module.
    private static void FollowClock(Func<DateTimeOffset>? clock)
    {
        Type type = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "CrossAccess.Core").GetType("CrossAccess.CredentialClock", throwOnError: true)!;
        type.GetMethod("Follow")!.Invoke(type.GetProperty("OfProcess")!.GetValue(null), [clock]);
    }

    public void Dispose()
    {
        FollowClock(null);
        Shell.Run("if (Get-ClientRole) { Exit-ClientRole -All }");
        Shell.Dispose();
        _environment.Dispose();
        Sandbox.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
