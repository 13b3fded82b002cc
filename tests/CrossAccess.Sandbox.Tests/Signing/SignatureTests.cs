using System.Text;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Signing;

public sealed class SignatureTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();

    private AccessKey Key => _sandbox.AdministratorOf(_sandbox.AdminAccountId);

    [Fact]
    public async Task A_correct_signature_is_accepted()
    {
        using SignedClient client = new(_sandbox, Key.AccessKeyId, Key.SecretAccessKey);
        Assert.Equal(_sandbox.AdminAccountId, (await client.StsAsync("GetCallerIdentity")).Text("Account"));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_by_each_protocol_in_its_words()
    {
        using SignedClient client = new(_sandbox, Key.AccessKeyId, Key.SecretAccessKey[1..] + "x");
        AwsError query = await Assert.ThrowsAsync<AwsError>(() => client.StsAsync("GetCallerIdentity"));
        Assert.Equal((403, "SignatureDoesNotMatch"), (query.Status, query.Code));
        Assert.StartsWith("The request signature we calculated does not match", query.Text, StringComparison.Ordinal);
        AwsError json = await Assert.ThrowsAsync<AwsError>(() => client.SsoAsync("ListInstances", []));
        Assert.Equal((400, "InvalidSignatureException"), (json.Status, json.Code));
    }

    [Fact]
    public async Task An_unknown_key_is_refused_by_each_protocol_in_its_words()
    {
        using SignedClient client = new(_sandbox, "AKIAAAAAAAAAAAAAAAAA", Key.SecretAccessKey);
        Assert.Equal("InvalidClientTokenId", (await Assert.ThrowsAsync<AwsError>(() => client.StsAsync("GetCallerIdentity"))).Code);
        Assert.Equal("UnrecognizedClientException", (await Assert.ThrowsAsync<AwsError>(() => client.SsoAsync("ListInstances", []))).Code);
    }

    [Theory]
    [InlineData(-16, "Signature expired")]
    [InlineData(16, "Signature not yet current")]
    public async Task A_signature_more_than_fifteen_minutes_off_is_refused(int minutes, string reason)
    {
        using SignedClient client = new(_sandbox, Key.AccessKeyId, Key.SecretAccessKey) { SignedAt = DateTimeOffset.UtcNow.AddMinutes(minutes) };
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => client.StsAsync("GetCallerIdentity"));
        Assert.Equal("SignatureDoesNotMatch", error.Code);
        Assert.StartsWith(reason, error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IAM_is_signed_for_its_one_Region_or_for_the_profiles_own()
    {
        using SignedClient client = new(_sandbox, Key.AccessKeyId, Key.SecretAccessKey) { IamRegion = "eu-central-1" };
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => client.IamAsync("ListRoles"));
        Assert.Equal((403, "SignatureDoesNotMatch", "Credential should be scoped to a valid region, not 'eu-central-1'. "), (error.Status, error.Code, error.Text));
    }

    [Fact]
    public async Task A_body_changed_after_signing_is_refused()
    {
        using SignedClient client = new(_sandbox, Key.AccessKeyId, Key.SecretAccessKey)
        {
            Tamper = static request => request.Content = new StringContent("Action=GetCallerIdentity&Version=2011-06-15&More=1", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<AwsError>(() => client.StsAsync("GetCallerIdentity"))).Code);
    }

    [Fact]
    public async Task A_session_without_its_token_or_past_its_end_is_refused()
    {
        TurnableClock clock = new();
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = clock });
        using Onboarding onboarding = new(sandbox);
        await onboarding.AssignAsync(await onboarding.SetAsync("Jump"), "ana");
        SandboxSession session = sandbox.SignIn("ana", "Jump");
        using SignedClient bare = new(sandbox, session.AccessKeyId, session.SecretAccessKey);
        Assert.Equal("InvalidClientTokenId", (await Assert.ThrowsAsync<AwsError>(() => bare.StsAsync("GetCallerIdentity"))).Code);

        using SignedClient whole = new(sandbox, session.AccessKeyId, session.SecretAccessKey, session.SessionToken);
        Assert.EndsWith("/ana", (await whole.StsAsync("GetCallerIdentity")).Text("Arn"), StringComparison.Ordinal);
        clock.Turn(TimeSpan.FromHours(1));
        Assert.Equal("ExpiredToken", (await Assert.ThrowsAsync<AwsError>(() => whole.StsAsync("GetCallerIdentity"))).Code);
    }

    [Fact]
    public async Task An_unsigned_request_is_refused()
    {
        using SignedClient client = new(_sandbox, Key.AccessKeyId, Key.SecretAccessKey) { Tamper = static request => request.Headers.Remove("Authorization") };
        Assert.Equal("MissingAuthenticationToken", (await Assert.ThrowsAsync<AwsError>(() => client.StsAsync("GetCallerIdentity"))).Code);
        Assert.Equal("MissingAuthenticationTokenException", (await Assert.ThrowsAsync<AwsError>(() => client.SsoAsync("ListInstances", new JsonObject()))).Code);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();
}
