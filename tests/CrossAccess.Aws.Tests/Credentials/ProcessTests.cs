using CrossAccess.Aws.Tests.Support;

namespace CrossAccess.Aws.Tests.Credentials;

public sealed class ProcessTests : IDisposable
{
    private const string Answer = """{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"process-secret","SessionToken":"t","Expiration":"2026-01-01T01:00:00Z"}""";

    private readonly FakeAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task A_program_prints_the_credentials()
    {
        Program(Answer);

        IAwsSession session = await _aws.ConnectAsync("proc");

        AwsCredentials credentials = await session.GetCredentialsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new AwsCredentials("ASIAPROCESS", "process-secret", "t", new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.Zero)), credentials);
    }

    [Theory]
    [InlineData("""{"Version":2,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"process-secret"}""", "its Version is not 1")]
    [InlineData("""{"Version":1,"SecretAccessKey":"process-secret"}""", "it has no AccessKeyId")]
    [InlineData("""{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"process-secret","Expiration":"soon"}""", "its Expiration is not a time")]
    [InlineData("""password: process-secret""", "it is not JSON")]
    [InlineData("""["process-secret"]""", "its Version is not 1")]
    public async Task What_is_printed_instead_is_not_repeated(string printed, string reason)
    {
        Program(printed);

        ClientAccessException refused = await _aws.RefusedAsync("proc");

        Assert.Equal(ClientAccessError.ProfileUnusable, refused.Error);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("process-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_have_ended_are_not_used()
    {
        Program(Answer.Replace("2026", "2025", StringComparison.Ordinal));

        Assert.Equal(ClientAccessError.CredentialsExpired, (await _aws.RefusedAsync("proc")).Error);
    }

    [Fact]
    public async Task A_program_that_fails_is_told_by_its_exit_code_and_not_by_what_it_wrote()
    {
        string script = _aws.WriteFile("fail.py", "import sys\nsys.stderr.write('process-secret')\nsys.exit(3)\n");
        _aws.Config($"[profile proc]\ncredential_process = {Python()} {script}\n");

        ClientAccessException refused = await _aws.RefusedAsync("proc");

        Assert.Contains("exit code 3", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("process-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/program", "cannot be started")]
    [InlineData("'not closed", "a quotation in it is not closed")]
    public async Task A_program_that_cannot_be_started_is_an_unusable_profile(string command, string reason)
    {
        _aws.Config($"[profile proc]\ncredential_process = {command}\n");

        ClientAccessException refused = await _aws.RefusedAsync("proc");

        Assert.Equal(ClientAccessError.ProfileUnusable, refused.Error);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_ended()
    {
        string started = Path.Combine(_aws.Home, "started");
        string script = _aws.WriteFile("wait.py", "import sys, threading\nopen(sys.argv[1], 'w').close()\nthreading.Event().wait()\n");
        _aws.Config($"[profile proc]\ncredential_process = {Python()} {script} {started}\n");

        Task<IAwsSession> connecting = _aws.ConnectAsync("proc");
        while (!File.Exists(started)) await Task.Delay(20, TestContext.Current.CancellationToken);
        _aws.Time.Advance(ProcessCredentials.Timeout);

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => connecting);
        Assert.Contains("did not end within 2 minutes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_sees_the_variables_that_stand_in_for_the_environment()
    {
        string script = _aws.WriteFile("env.py", "import os, json\nprint(json.dumps({'Version': 1, 'AccessKeyId': 'ASIA' + os.environ['AWS_REGION'], 'SecretAccessKey': 's'}))\n");
        _aws.Config($"[default]\ncredential_process = {Python()} {script}\n");

        IAwsSession session = await _aws.ConnectAsync(new CredentialSource.Ambient(new Dictionary<string, string?> { ["AWS_REGION"] = "eu-north-1" }));

        Assert.Equal("ASIAeu-north-1", (await session.GetCredentialsAsync(TestContext.Current.CancellationToken)).AccessKeyId);
    }

    [Theory]
    [InlineData("""/opt/tool --name "a b" 'c d' e\ f""", new[] { "/opt/tool", "--name", "a b", "c d", "e f" })]
    [InlineData("""tool "a\"b" 'a\b' "a\n" '' x""", new[] { "tool", "a\"b", "a\\b", "a\\n", "", "x" })]
    [InlineData("""  tool	--a='x y'z  """, new[] { "tool", "--a=x yz" })]
    public void Words_are_split_as_the_AWS_CLI_splits_them_on_Unix(string line, string[] words) =>
        Assert.Equal(words, CommandLine.SplitForUnix(line));

    [Theory]
    [InlineData("""C:\tools\get.exe --name "a b" """, new[] { @"C:\tools\get.exe", "--name", "a b" })]
    [InlineData("""tool "C:\My Files\\" a\"b "" x""", new[] { "tool", @"C:\My Files\", "a\"b", "", "x" })]
    public void Words_are_split_as_the_AWS_CLI_splits_them_on_Windows(string line, string[] words) =>
        Assert.Equal(words, CommandLine.SplitForWindows(line));

    private void Program(string printed)
    {
        string output = _aws.WriteFile("output.json", printed);
        string script = _aws.WriteFile("print.py", "import sys\nprint(open(sys.argv[1]).read())\n");
        _aws.Config($"[profile proc]\ncredential_process = {Python()} \"{script}\" '{output}'\n");
    }

    private static string Python() => OperatingSystem.IsWindows() ? "python" : "python3";
}
