using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Inputs;

/// <summary>What is typed wrong is refused by a clear error, before anything is made.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class BadInputTests : IDisposable
{
    private const string WithProfile = "-ProfileName client-222222222222";
    private const string LongClient = "AbcdefghijklmnopqrstuvwxyzA";

    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("New-RemoteAccessRole AbcCorp 2222-2222-2222", "12 digits")]
    [InlineData("New-RemoteAccessRole AbcCorp 22222222222", "022222222222")]
    [InlineData("New-RemoteAccessRole AbcCorp 'account two'", "12 digits")]
    [InlineData("New-ClientPermissionSet AbcCorp -AccountId 2222222222222", "12 digits")]
    public void An_account_id_that_is_none_does_not_bind(string script, string said)
    {
        ErrorRecord error = Refused($"{script} {(script.StartsWith("New-R", StringComparison.Ordinal) ? WithProfile : "")}");

        Assert.Contains(said, error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-RemoteAccessRole Other 222222222222 -ProfileName client-222222222222", "AccountRecordedElsewhere", ErrorCategory.ResourceExists, "AbcCorp")]
    [InlineData("New-ClientPermissionSet Other 222222222222", "AccountRecordedElsewhere", ErrorCategory.ResourceExists, "AbcCorp")]
    [InlineData("New-RemoteAccessRole AbcCorp 111111111111 -ProfileName sandbox-home", "InvalidAccountId", ErrorCategory.InvalidArgument, "home")]
    [InlineData("New-RemoteAccessRole " + LongClient + " 333333333333 -ProfileName client-333333333333", "NameTooLong", ErrorCategory.InvalidArgument, "32")]
    [InlineData("New-RemoteAccessRole 'Abc Corp' 333333333333 -ProfileName client-333333333333", "InvalidClientName", ErrorCategory.InvalidArgument, "ASCII")]
    [InlineData("New-RemoteAccessRole Åbc 333333333333 -ProfileName client-333333333333", "InvalidClientName", ErrorCategory.InvalidArgument, "ASCII")]
    [InlineData("New-RemoteAccessRole AbcCorpRead 333333333333 -Tier Only -ProfileName client-333333333333", "TierNotFound", ErrorCategory.ObjectNotFound, "Only")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnyl -ProfileName client-222222222222", "TierNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'ReadOnly'?")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -Tier DevOps -ProfileName client-222222222222", "TierWithoutPolicy", ErrorCategory.InvalidArgument, "DevOps")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -ExternalId 'no spaces' -ProfileName client-222222222222", "InvalidText", ErrorCategory.InvalidArgument, "external id")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -MaxSessionDuration 0:30 -ProfileName client-222222222222", "InvalidDuration", ErrorCategory.InvalidArgument, "1")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -Tag 'team=<core>' -ProfileName client-222222222222", "InvalidText", ErrorCategory.InvalidArgument, "team")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -ManagedPolicyArn ReadOnlyAccess -ProfileName client-222222222222", "InvalidArn", ErrorCategory.InvalidArgument, "ReadOnlyAccess")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -PolicyDocument '{ \"Statement\": ' -ProfileName client-222222222222", "InvalidPolicyDocument", ErrorCategory.InvalidData, "JSON")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -PolicyDocument '{ \"Version\": \"2012-10-17\" }' -ProfileName client-222222222222", "InvalidPolicyDocument", ErrorCategory.InvalidData, "Statement")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName nobody", "ProfileNotFound", ErrorCategory.ObjectNotFound, "nobody")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -ThroughRole Admin", "RequestRejected", ErrorCategory.InvalidOperation, "-ProfileName, -Credential, -ThroughRole or -Via")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-333333333333", "AccountMismatch", ErrorCategory.AuthenticationError, "333333333333")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222", "AccountMismatch", ErrorCategory.AuthenticationError, "999988887777")]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -ThroughRole arn:aws:iam::333333333333:role/Admin", "AccountMismatch", ErrorCategory.AuthenticationError, "333333333333")]
    [InlineData("New-ClientPermissionSet AbcCorp -PermissionSetName 'Abc Corp'", "InvalidText", ErrorCategory.InvalidArgument, "Abc Corp")]
    [InlineData("New-ClientPermissionSet AbcCorp -Description 'доступ'", "InvalidText", ErrorCategory.InvalidArgument, "Latin-1")]
    [InlineData("New-ClientPermissionSet AbcCorp -SessionDuration 13:00", "InvalidDuration", ErrorCategory.InvalidArgument, "1 to 12 hours")]
    [InlineData("New-ClientPermissionSet Nobody", "ClientNotFound", ErrorCategory.ObjectNotFound, "Nobody")]
    [InlineData("New-ClientPermissionSet AbcCorp -RoleArn arn:aws:iam::111111111111:role/x", "InvalidArn", ErrorCategory.InvalidArgument, "home")]
    [InlineData("Grant-ClientAccess AbcCorp -Group Enginers", "GroupNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'Engineers'?")]
    [InlineData("Grant-ClientAccess AbcCorp -Group engineers", "GroupNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'Engineers'?")]
    [InlineData("Grant-ClientAccess AbcCorp -Group Twins", "GroupAmbiguous", ErrorCategory.InvalidArgument, "2 groups")]
    [InlineData("Grant-ClientAccess AbcCorp -User anna", "UserNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'ana'?")]
    [InlineData("Grant-ClientAccess AbcCorp -User nobody@example.com", "UserNotFound", ErrorCategory.ObjectNotFound, "nobody@example.com")]
    [InlineData("Grant-ClientAccess AbcCorp", "PrincipalMissing", ErrorCategory.InvalidArgument, "Neither a group nor a user")]
    [InlineData("Grant-ClientAccess AbcCorp -Tier Administrator -Group Engineers", "PermissionSetNotFound", ErrorCategory.ObjectNotFound, "AbcCorpAdministrator")]
    [InlineData("Revoke-ClientAccess AbcCorp -Tier ReadOnly -Group Enginers -Force", "GroupNotFound", ErrorCategory.ObjectNotFound, "Did you mean 'Engineers'?")]
    public void What_cannot_be_is_refused_before_anything_is_made(string script, string id, ErrorCategory category, string said)
    {
        _aws.Onboard();
        _aws.Sandbox.AddGroup("Twins");
        _aws.Sandbox.AddGroup("Twins");

        ErrorRecord error = Refused(script);

        Assert.Equal(id, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(said, error.Exception.Message, StringComparison.Ordinal);
        Assert.NotNull(error.TargetObject);
    }

    [Fact]
    public void A_client_whose_sets_would_be_named_as_anothers_is_refused()
    {
        _aws.Run("Set-AccessTier Only -ManagedPolicyArn arn:aws:iam::aws:policy/SecurityAudit");
        _aws.Onboard("Abc");

        ErrorRecord error = Refused("New-RemoteAccessRole AbcRead 333333333333 -Tier Only -ProfileName client-333333333333");

        Assert.Equal("NameCollision", error.Id());
        Assert.Contains("AbcReadOnly", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_policy_over_IAMs_limit_is_refused()
    {
        _aws.Shell.Set("document", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::{{new string('x', 10_300)}}"}]}""");

        ErrorRecord error = Refused("New-RemoteAccessRole AbcCorp 222222222222 -PolicyDocument $document -ProfileName client-222222222222");

        Assert.Equal("PolicyTooLong", error.Id());
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_trust_policy_over_the_accounts_limit_is_refused()
    {
        ErrorRecord error = Refused(
            "New-RemoteAccessRole AbcCorp 222222222222 -TrustedRoleArn (1..60 | ForEach-Object { \"arn:aws:iam::111111111111:role/runbook-with-a-long-name-$_\" }) -ProfileName client-222222222222");

        Assert.Equal("PolicyTooLong", error.Id());
        Assert.Contains("-TrustedRoleArn", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_of_one_account_under_two_clients_make_one_of_them_only()
    {
        ShellResult result = _aws.Try(
            "$rows | New-RemoteAccessRole",
            SandboxSession.Row("AbcCorp", SandboxSession.Abc), SandboxSession.Row("Globex", SandboxSession.Abc));

        Assert.Single(result.Output);
        Assert.Equal("AccountRecordedElsewhere", Assert.Single(result.Errors).Id());
        Assert.Single(_aws.ChangingRequests, operation => operation == "CreateRole");
    }

    // Whatever is refused has changed nothing in AWS, and the inventory neither.
    private ErrorRecord Refused(string script)
    {
        byte[] inventory = File.ReadAllBytes(SandboxSession.InventoryPath);

        ShellResult result = _aws.Try(script);

        Assert.Empty(result.Output);
        Assert.Empty(_aws.ChangingRequests);
        Assert.Equal(inventory, File.ReadAllBytes(SandboxSession.InventoryPath));
        return result.OnlyError();
    }
}
