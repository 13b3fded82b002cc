using System.Diagnostics;
using System.Reflection;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Isolation.Tests;

/// <summary>
/// A new process in which the AWS SDK's own packages and the module resolve profiles, in the order given,
/// against an STS and an access portal on loopback.
/// </summary>
internal sealed class Scenario : IDisposable
{
    private const string Config = """
        [profile home]
        aws_access_key_id = AKIAHOME
        aws_secret_access_key = secret
        [profile client]
        role_arn = arn:aws:iam::222222222222:role/Ops
        source_profile = home
        [profile sso]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111111111111
        sso_role_name = Jump
        [profile client-by-sso]
        role_arn = arn:aws:iam::222222222222:role/Ops
        source_profile = sso
        """;

    // sha1 of the start URL: the name under which AWS tools share a sign-in.
    private const string TokenFile = "a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json";

    private readonly LoopbackServer _aws = new(Answer);
    private readonly string _home = Directory.CreateTempSubdirectory("crossaccess-").FullName;

    /// <param name="more">Lines that follow in the configuration file.</param>
    public Scenario(string more = "")
    {
        string cache = Path.Combine(_home, ".aws", "sso", "cache");
        Directory.CreateDirectory(cache);
        File.WriteAllText(Path.Combine(_home, ".aws", "config"), $"{Config}\n{more}\n");
        string expiresAt = DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-ddTHH:mm:ssZ");
        File.WriteAllText(Path.Combine(cache, TokenFile), $$"""{"startUrl":"https://corp.awsapps.com/start","region":"eu-west-1","accessToken":"portal-access","expiresAt":"{{expiresAt}}"}""");
    }

    /// <returns>The lines that the process printed.</returns>
    public Task<string[]> RunAsync(params string[] steps) => RunAsync(namesFiles: true, steps);

    /// <param name="namesFiles">Whether the environment names the configuration files; else they are found in the home folder.</param>
    public async Task<string[]> RunAsync(bool namesFiles, params string[] steps)
    {
        using Process process = Process.Start(StartOf(namesFiles, steps))!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{output}\n{await errors}");
        return output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        _aws.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private ProcessStartInfo StartOf(bool namesFiles, string[] steps)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Built("Scenario"), Built("ModuleFolder"), .. steps])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        start.Environment["HOME"] = _home;
        start.Environment["USERPROFILE"] = _home;
        if (namesFiles)
        {
            start.Environment["AWS_CONFIG_FILE"] = Path.Combine(_home, ".aws", "config");
            start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_home, ".aws", "credentials");
        }

        start.Environment["AWS_ENDPOINT_URL"] = _aws.Url;
        start.Environment["AWS_REGION"] = "eu-west-1";
        return start;
    }

    private static string Built(string what) => typeof(Scenario).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == what).Value!;

    private static WireAnswer Answer(WireRequest request)
    {
        if (request.Path == "/federation/credentials")
        {
            long expiration = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();
            return new(200, "application/json", $$$"""{"roleCredentials":{"accessKeyId":"ASIA_Jump","secretAccessKey":"s","sessionToken":"t","expiration":{{{expiration}}}}}""");
        }

        string signer = request.Header("Authorization")!.Split("Credential=")[1].Split('/')[0];
        return WireAnswer.Xml($"""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>ASIA_Ops_by_{signer}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
            <Expiration>{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}</Expiration>
            </Credentials><AssumedRoleUser><Arn>arn:aws:sts::222222222222:assumed-role/Ops/s</Arn><AssumedRoleId>AROA:s</AssumedRoleId></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>
            """);
    }
}
