namespace CrossAccess.Core.Tests;

/// <summary>The copies of the AWS configuration that stand in for the user's while a role is renewed. One test at a time: there is one set per process.</summary>
public sealed class SessionConfigurationTests : IDisposable
{
    private const string Config = """
        # mine
        [default]
        region = us-east-1
        output = json
        sso_session = corp
        sso_account_id=111111111111
        ; a note
        s3 =
            addressing_style = path
            max_concurrent_requests = 20
        credential_process = /bin/get-keys
            --really
        aws_access_key_id: AKIADEFAULT
        aws_secret_access_key: default-secret
        login_session = arn:aws:iam::111111111111:user/x
        invented_tomorrow = keys

        [sso-session corp]
        sso_region = eu-west-1
        [profile other]
        aws_access_key_id = AKIAOTHER
        role_arn = arn:aws:iam::1:role/x

        [profile default]
        output = text
        role_arn = arn:aws:iam::111111111111:role/x
        """;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("crossaccess-tests-");
    private readonly AwsEnvironment _users;

    public SessionConfigurationTests() =>
        _users = new AwsEnvironment(new Dictionary<string, string?> { ["AWS_CONFIG_FILE"] = ConfigFile, ["AWS_SHARED_CREDENTIALS_FILE"] = CredentialsFile });

    private string ConfigFile => Path.Combine(_home.FullName, "config");

    private string CredentialsFile => Path.Combine(_home.FullName, "credentials");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void The_default_profile_keeps_what_is_no_credential_and_the_roles_profile_has_that_and_its_Region()
    {
        File.WriteAllText(ConfigFile, Config);
        using SessionProfile profile = Enter();

        Assert.Equal(
            $"""
            # mine
            [default]
            region = us-east-1
            output = json
            ; a note
            s3 =
                addressing_style = path
                max_concurrent_requests = 20

            [sso-session corp]
            sso_region = eu-west-1
            [profile other]
            aws_access_key_id = AKIAOTHER
            role_arn = arn:aws:iam::1:role/x

            [profile default]
            output = text
            [profile {profile.Name}]
            region = eu-central-1
            output = text
            s3 =
                addressing_style = path
                max_concurrent_requests = 20

            """.ReplaceLineEndings(),
            File.ReadAllText(profile.ConfigFile));
        Assert.Matches(@"\AAbc-ReadOnly-[0-9a-f]{4}\z", profile.Name);
        Assert.Null(profile.CredentialsFile);
        Assert.Equal(Config, File.ReadAllText(ConfigFile));
    }

    [Fact]
    public void Credentials_are_copied_only_where_the_default_profile_has_some_and_then_without_them()
    {
        File.WriteAllText(CredentialsFile, "[other]\naws_access_key_id = AKIAOTHER\n");
        using (SessionProfile plain = Enter()) Assert.Null(plain.CredentialsFile);

        File.WriteAllText(CredentialsFile, "[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = default-secret\n[other]\naws_access_key_id = AKIAOTHER\n");
        using SessionProfile profile = Enter();
        Assert.Equal("[default]\n[other]\naws_access_key_id = AKIAOTHER\n".ReplaceLineEndings(), File.ReadAllText(profile.CredentialsFile!));
    }

    [Fact]
    public void The_copies_are_their_owners_alone_and_gone_when_the_role_is_left()
    {
        File.WriteAllText(CredentialsFile, "[default]\naws_access_key_id = AKIADEFAULT\n");
        SessionProfile profile = Enter();
        string folder = Path.GetDirectoryName(profile.ConfigFile)!;
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            foreach (string file in (string[])[profile.ConfigFile, profile.CredentialsFile!]) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Empty(profile.Delete());
        Assert.False(Directory.Exists(folder));
        Assert.Empty(profile.Delete());
    }

    [Fact]
    public void Roles_within_roles_share_the_files_and_no_name_comes_twice()
    {
        using SessionProfile outer = Enter();
        SessionProfile inner = Enter();
        Assert.Equal(outer.ConfigFile, inner.ConfigFile);
        Assert.NotEqual(outer.Name, inner.Name);
        Assert.Equal(2, File.ReadAllLines(outer.ConfigFile).Count(line => line == $"[profile {outer.Name}]" || line == $"[profile {inner.Name}]"));
        inner.Delete();
        Assert.Contains($"[profile {outer.Name}]", File.ReadAllLines(outer.ConfigFile));
    }

    [Fact]
    public void What_a_program_writes_inside_is_kept_beside_the_users_own_file()
    {
        File.WriteAllText(ConfigFile, "[default]\nregion = us-east-1\n");
        SessionProfile outer = Enter();
        SessionProfile profile = Enter();
        File.AppendAllText(profile.ConfigFile, "[profile new]\nregion = eu-north-1\n");

        string kept = Assert.Single(profile.Delete());

        Assert.Equal($"{ConfigFile}.{profile.Name}", kept);
        Assert.Contains("[profile new]", File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.Equal("[default]\nregion = us-east-1\n", File.ReadAllText(ConfigFile));
        Assert.Empty(outer.Delete());
    }

    [Fact]
    public void What_a_killed_process_has_left_is_removed_and_what_another_holds_is_not()
    {
        DirectoryInfo orphan = Directory.CreateTempSubdirectory("crossaccess-session-");
        DirectoryInfo held = Directory.CreateTempSubdirectory("crossaccess-session-");
        DirectoryInfo unfinished = Directory.CreateTempSubdirectory("crossaccess-session-");
        File.WriteAllText(Path.Combine(orphan.FullName, "owner"), "");
        File.WriteAllText(Path.Combine(orphan.FullName, "credentials"), "aws_secret_access_key = left behind");
        using (var owner = new FileStream(Path.Combine(held.FullName, "owner"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            using SessionProfile profile = Enter();
            Assert.Equal((false, true, true), (Directory.Exists(orphan.FullName), Directory.Exists(held.FullName), Directory.Exists(unfinished.FullName)));
        }
        held.Delete(recursive: true);
        unfinished.Delete(recursive: true);
    }

    private SessionProfile Enter() => SessionConfiguration.OfProcess.Add(
        new RoleSession("Abc", FakeProvider.Remote, null, "ReadOnly", FakeProvider.RoleArnOfAbc, "eu-central-1", new AwsCredentials("ASIA", "secret", "token")) { RoleSessionName = "jane" },
        _users);
}
