using CrossAccess.Module.Tests.Engine;
using CrossAccess.Module.Tests.Shell;

namespace CrossAccess.Module.Tests.Binding;

public sealed class CredentialTests : IDisposable
{
    private readonly ModuleSession _session = ThingSession.Open();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("@{ AccessKey = 'AKIA1'; SecretAccessKey = 's'; SessionToken = 't' }", "AKIA1/s/t")]
    [InlineData("@{ accesskeyid = 'AKIA1'; secretkey = 's' }", "AKIA1/s/")]
    [InlineData("([pscustomobject]@{ AccessKeyId = 'AKIA1'; SecretAccessKey = 's'; Token = 't' })", "AKIA1/s/t")]
    [InlineData("([pscustomobject]@{ Credentials = [pscustomobject]@{ AccessKeyId = 'AKIA1'; SecretAccessKey = 's'; SessionToken = 't' } })", "AKIA1/s/t")]
    [InlineData("$foreign", "AKIA1/not-a-secret/token")]
    [InlineData("([pscredential]::new('AKIA1', [System.Net.NetworkCredential]::new('', 's').SecurePassword))", "AKIA1/s/")]
    public void Credentials_bind_in_any_shape_that_users_hold(string credentials, string keys)
    {
        _session.Set("foreign", new ForeignCredentials());

        ShellResult result = _session.Run($"(Show-Binding -Credential {credentials}).Keys");

        Assert.Empty(result.Errors);
        Assert.Equal([keys], result.Texts);
    }

    [Fact]
    public void Credentials_that_refresh_themselves_are_asked_anew()
    {
        _session.Set("foreign", new ForeignCredentials());

        ShellResult result = _session.Run("$given = (Show-Binding -Credential $foreign).Credential; (Show-Binding -Credential $given).Keys");

        Assert.Equal(["AKIA2/not-a-secret/token"], result.Texts);
    }

    [Theory]
    [InlineData("'wJalrXUtnFEMI'")]
    [InlineData("@{ AccessKey = 'AKIA1' }")]
    [InlineData("@{ Password = 'wJalrXUtnFEMI' }")]
    public void What_holds_no_keys_is_refused_without_being_shown(string credentials)
    {
        string error = Assert.Single(_session.Run($"Show-Binding -Credential {credentials}").Errors).ToString();

        Assert.Contains("SecretAccessKey and SessionToken", error, StringComparison.Ordinal);
        Assert.DoesNotContain("wJalrXUtnFEMI", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_credentials_never_print_their_keys()
    {
        ShellResult result = _session.Run("$given = (Show-Binding -Credential @{ AccessKey = 'AKIA1'; SecretAccessKey = 'wJalrXUtnFEMI' }).Credential; \"$given\"; $given | Out-Default; $given.psobject.Properties.Name");

        Assert.DoesNotContain("wJalrXUtnFEMI", string.Concat(result.Texts) + result.HostText, StringComparison.Ordinal);
    }
}
