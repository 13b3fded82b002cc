using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CrossAccess.Core.Tests;

public sealed class CredentialDocumentTests
{
    // Shaped as STS shapes them.
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Token = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQ==";
    private const string Hostile = "a 'b' \"c\" $d `e` \\f !g #h ; & | < > ( ) * ? ~ %i% ’j‘";

    private static readonly RoleSession Session = Of(Secret, Token);

    [Fact]
    public void Process_is_what_the_AWS_CLI_prints()
    {
        Assert.Equal($$"""
            {
              "Version": 1,
              "AccessKeyId": "ASIAEXAMPLE",
              "SecretAccessKey": "{{Secret}}",
              "SessionToken": "{{Token}}",
              "Expiration": "2030-01-02T03:04:05Z"
            }
            """.ReplaceLineEndings("\n"), CredentialDocument.Of(Session, ClientCredentialFormat.Process));
    }

    [Fact]
    public void Json_says_whose_they_are()
    {
        JsonNode document = JsonNode.Parse(CredentialDocument.Of(Session, ClientCredentialFormat.Json))!;

        Assert.Equal(
            ["Client", "AccountId", "Tier", "RoleArn", "Region", "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"],
            document.AsObject().Select(property => property.Key));
        Assert.Equal("222222222222", (string?)document["AccountId"]);
        Assert.Equal(Secret, (string?)document["SecretAccessKey"]);
    }

    [Fact]
    public void Env_is_what_the_AWS_CLI_prints_and_the_Region()
    {
        Assert.Equal($"""
            export AWS_ACCESS_KEY_ID=ASIAEXAMPLE
            export AWS_SECRET_ACCESS_KEY={Secret}
            export AWS_SESSION_TOKEN={Token}
            export AWS_CREDENTIAL_EXPIRATION=2030-01-02T03:04:05Z
            export AWS_REGION=eu-west-1
            export AWS_DEFAULT_REGION=eu-west-1
            """.ReplaceLineEndings("\n"), CredentialDocument.Of(Session, ClientCredentialFormat.Env));
    }

    [Fact]
    public void Dotenv_has_neither_quotes_nor_blanks_where_readers_would_take_them_for_part_of_the_value()
    {
        Assert.Equal($"""
            AWS_ACCESS_KEY_ID=ASIAEXAMPLE
            AWS_SECRET_ACCESS_KEY={Secret}
            AWS_SESSION_TOKEN={Token}
            AWS_CREDENTIAL_EXPIRATION=2030-01-02T03:04:05Z
            AWS_REGION=eu-west-1
            AWS_DEFAULT_REGION=eu-west-1
            """.ReplaceLineEndings("\n"), CredentialDocument.Of(Session, ClientCredentialFormat.Dotenv));
    }

    [Fact]
    public void PowerShell_takes_literal_text() =>
        Assert.StartsWith($"$Env:AWS_ACCESS_KEY_ID = 'ASIAEXAMPLE'\n$Env:AWS_SECRET_ACCESS_KEY = '{Secret}'\n", CredentialDocument.Of(Session, ClientCredentialFormat.PowerShell), StringComparison.Ordinal);

    [Theory]
    [InlineData(Secret)]
    [InlineData(Hostile)]
    [InlineData("two\nlines")]
    [InlineData("$(exit 7)")]
    public async Task A_shell_reads_back_exactly_what_was_written(string secret)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        string document = CredentialDocument.Of(Of(secret, Token), ClientCredentialFormat.Env);

        Assert.Equal(secret, await BashAsync($"{document}\nprintf %s \"$AWS_SECRET_ACCESS_KEY\""));
        Assert.Equal(secret, await BashAsync($"{document}\nexec env -0 | grep -z ^AWS_SECRET_ACCESS_KEY= | cut -z -d= -f2- | tr -d '\\0'"));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("with blanks and $dollar and \"quotes\" and \\ and #")]
    public async Task A_shell_reads_a_dotenv_file(string secret)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        string document = CredentialDocument.Of(Of(secret, Token), ClientCredentialFormat.Dotenv);

        Assert.Equal(secret, await BashAsync($"set -a\n{document}\nset +a\nbash -c 'printf %s \"$AWS_SECRET_ACCESS_KEY\"'"));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("two\nlines")]
    public void What_a_dotenv_file_cannot_carry_is_refused_by_name(string secret)
    {
        ClientAccessException refusal = Refusal.Of(ClientAccessError.InvalidText, () => CredentialDocument.Of(Of(secret, Token), ClientCredentialFormat.Dotenv));

        Assert.Contains("AWS_SECRET_ACCESS_KEY", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_carries_anything()
    {
        foreach (ClientCredentialFormat format in (ClientCredentialFormat[])[ClientCredentialFormat.Process, ClientCredentialFormat.Json])
            Assert.Equal(Hostile, (string?)JsonNode.Parse(CredentialDocument.Of(Of(Hostile, Token), format))!["SecretAccessKey"]);
    }

    private static RoleSession Of(string secret, string token) =>
        new("AbcCorp", "222222222222", "production", "ReadOnly", "arn:aws:iam::222222222222:role/acme-read-only", "eu-west-1", new AwsCredentials("ASIAEXAMPLE", secret, token, new DateTimeOffset(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)))
        {
            RoleSessionName = "ana",
        };

    private static async Task<string> BashAsync(string script)
    {
        using Process bash = Process.Start(new ProcessStartInfo("/bin/bash", ["--norc", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string errors = await bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(bash.ExitCode == 0 && errors.Length == 0, errors);
        return await output;
    }
}
