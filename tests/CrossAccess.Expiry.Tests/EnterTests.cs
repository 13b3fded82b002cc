using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Expiry.Tests;

/// <summary>Entering with access that ends.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class EnterTests : IDisposable
{
    private readonly TimedAws _aws = new(options: new SandboxOptions { ApproveSignInAs = "ana" });

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void A_session_ends_with_the_access_and_takes_two_requests_as_before()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:30")[0]);
        SignIn();
        PSObject whole = Enter("Enter-ClientRole AbcCorp", out IReadOnlyList<string> unwarned);
        Assert.Empty(unwarned);
        Assert.Equal(TimeSpan.FromHours(1), Expiration(whole) - _aws.Sandbox.Now);

        _aws.TurnTo(end.AddMinutes(-40));
        _aws.Sandbox.ClearEvents();
        PSObject cut = Enter("Enter-ClientRole AbcCorp -NoCache", out IReadOnlyList<string> warned);

        Assert.Equal(["GetRoleCredentials", "AssumeRole"], _aws.Operations.Where(name => name != "CreateToken"));
        Assert.InRange(end - Expiration(cut), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Contains("Your access to AbcCorp ReadOnly ends at", Assert.Single(warned), StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_last_minutes_AWSs_shortest_session_is_made_and_that_is_said()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 0:15")[0]);
        SignIn();
        _aws.TurnTo(end.AddMinutes(-5));

        PSObject session = Enter("Enter-ClientRole AbcCorp", out IReadOnlyList<string> warned);

        Assert.Equal(TimeSpan.FromMinutes(15), Expiration(session) - _aws.Sandbox.Now);
        Assert.Contains("AWS makes no session shorter than 15 minutes", Assert.Single(warned), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_inventory_the_sets_own_policy_says_it_in_four_requests_as_before()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:30")[0]);
        _aws.Run("Grant-ClientAccess AbcCorp -User eve -Duration 1:00");
        File.Delete(_aws.InventoryPath);
        SignIn($"-StartUrl {_aws.Sandbox.PortalUrl} -Region {_aws.Sandbox.Region}");
        _aws.TurnTo(end.AddMinutes(-40));
        _aws.Sandbox.ClearEvents();

        PSObject session = Enter("Enter-ClientRole AbcCorp", out IReadOnlyList<string> warned);

        Assert.Equal(["GetRoleCredentials", "GetCallerIdentity", "GetRolePolicy", "AssumeRole"], _aws.Sandbox.Events.Select(seen => seen.Operation).Where(name => name != "CreateToken").Distinct());
        Assert.InRange(end - Expiration(session), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Single(warned);
    }

    [Fact]
    public void Whoever_has_no_end_is_not_cut_by_anothers()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana; Grant-ClientAccess AbcCorp -User eve -Duration 0:30");
        SignIn();
        PSObject session = Enter("Enter-ClientRole AbcCorp", out IReadOnlyList<string> warned);
        Assert.Empty(warned);
        Assert.Equal(TimeSpan.FromHours(1), Expiration(session) - _aws.Sandbox.Now);
    }

    [Fact]
    public void After_the_end_the_refusal_says_since_when()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        SignIn();
        _aws.TurnTo(end.AddSeconds(1));

        ErrorRecord error = _aws.ErrorOf("Enter-ClientRole AbcCorp -WarningAction SilentlyContinue");

        Assert.Equal("ClientAccessDenied", error.Id());
        Assert.Contains($"Your access by permission set AbcCorpReadOnly ended at {end:u}.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Grant-ClientAccess AbcCorp -Tier ReadOnly -User ana", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_of_an_end_AWSs_own_words_tell()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00; $null = Set-AccessTier ReadOnly -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess")[0]);
        File.WriteAllText(_aws.InventoryPath, File.ReadAllText(_aws.InventoryPath).Replace("\"expires\"", "\"once\"", StringComparison.Ordinal));
        SignIn();
        _aws.TurnTo(end.AddSeconds(1));

        Assert.Contains("was given for a time that is over, or was stopped", _aws.ErrorOf("Enter-ClientRole AbcCorp").Exception.Message, StringComparison.Ordinal);
    }

    private void SignIn(string parameters = "") => _aws.Run($"Connect-CrossAccess -UseDeviceCode {parameters}");

    private PSObject Enter(string script, out IReadOnlyList<string> warnings)
    {
        ShellResult result = _aws.RunWhole(script);
        warnings = result.Warnings;
        _aws.Run("Exit-ClientRole");
        return Assert.Single(result.Output);
    }

    private static DateTimeOffset Expiration(PSObject session) => (DateTimeOffset)session.Properties["Expiration"].Value;
}
