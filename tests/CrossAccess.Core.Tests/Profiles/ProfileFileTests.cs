namespace CrossAccess.Core.Tests;

public sealed class ProfileFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-");
    private readonly RecordedActivity _activity = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_folder.FullName, "config");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_file_is_its_owner_s_alone_and_has_no_backup()
    {
        string path = System.IO.Path.Combine(_folder.FullName, ".aws", "config");

        await ExportAsync(path);

        Assert.Equal([path], Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(System.IO.Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task What_was_there_is_kept_beside_it_with_its_permissions_and_so_is_the_mode()
    {
        await File.WriteAllTextAsync(Path, "[default]\n", Stop);
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, mode);

        await ExportAsync(Path);

        string backup = Assert.Single(Directory.GetFiles(_folder.FullName, "*.bak"));
        Assert.Equal("[default]\n", await File.ReadAllTextAsync(backup, Stop));
        Assert.Contains(_activity.Verbosities, said => said.Contains(backup, StringComparison.Ordinal));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(mode, File.GetUnixFileMode(Path));
        Assert.Equal(mode, File.GetUnixFileMode(backup));
    }

    [Fact]
    public async Task An_export_that_changes_nothing_touches_nothing()
    {
        await ExportAsync(Path);
        DateTime written = File.GetLastWriteTimeUtc(Path);

        Assert.Null((await ExportAsync(Path)).Content);

        Assert.Equal(written, File.GetLastWriteTimeUtc(Path));
        Assert.Equal([Path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Five_backups_are_kept_and_nobody_else_s_file_goes()
    {
        string theirs = Path + ".bak";
        await File.WriteAllTextAsync(theirs, "mine", Stop);
        for (int round = 0; round < 9; round++)
        {
            await ExportAsync(Path, FakeProfiles.Whole() with { RoleSessionName = $"user{round}" });
            // The backups' names are told apart by the millisecond.
            await Task.Delay(2, Stop);
        }

        Assert.Equal(5, Directory.GetFiles(_folder.FullName, "config.crossaccess-*.bak").Length);
        Assert.True(File.Exists(theirs));
        Assert.Contains("user7", await File.ReadAllTextAsync(Directory.GetFiles(_folder.FullName, "config.crossaccess-*.bak").Order(StringComparer.Ordinal).Last(), Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_stays_a_link(bool hasTarget)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        string target = System.IO.Path.Combine(_folder.CreateSubdirectory("dotfiles").FullName, "aws-config");
        if (hasTarget) await File.WriteAllTextAsync(target, "[default]\n", Stop);
        File.CreateSymbolicLink(Path, target);

        await ExportAsync(Path);

        Assert.Equal(target, new FileInfo(Path).LinkTarget);
        Assert.Contains("[sso-session acme]", await File.ReadAllTextAsync(target, Stop), StringComparison.Ordinal);
        Assert.Equal([target], Directory.GetFiles(System.IO.Path.GetDirectoryName(target)!));
    }

    [Fact]
    public async Task Exports_at_the_same_time_lose_nothing_of_each_other()
    {
        ProfileExport[] exports = [.. FakeProfiles.All.Select(role => FakeProfiles.Of(role))];

        await Task.WhenAll(exports.Select(export => Task.Run(() => ExportAsync(Path, export), Stop)));

        Assert.All((await ExportAsync(Path)).Profiles, profile => Assert.Equal(ChangeStatus.Unchanged, profile.Status));
    }

    [Fact]
    public async Task What_another_tool_writes_between_the_plan_and_the_change_is_kept()
    {
        var file = new ProfileFile(Path);
        ProfileChange planned = FakeProfiles.Profiles().Plan(FakeProfiles.Whole(), Path, file.Read());
        await File.WriteAllTextAsync(Path, "[profile meanwhile]\n", Stop);

        await ExportAsync(Path);

        Assert.NotNull(planned.Content);
        Assert.StartsWith("[profile meanwhile]\n", await File.ReadAllTextAsync(Path, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_refused_by_then_leaves_the_file_as_it_is()
    {
        await File.WriteAllTextAsync(Path, "# END CrossAccess acme 0123456789abcdef\n", Stop);

        await Refusal.OfAsync(ClientAccessError.ProfileBlockDamaged, () => ExportAsync(Path));

        Assert.Equal([Path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made_by_a_slip_of_the_keyboard()
    {
        string path = System.IO.Path.Combine(_folder.FullName, "conifg", "profiles");

        Assert.Contains("There is no folder", (await Refusal.OfAsync(ClientAccessError.FileUnusable, () => ExportAsync(path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_file()
    {
        Assert.Contains("It is a folder", (await Refusal.OfAsync(ClientAccessError.FileUnusable, () => ExportAsync(_folder.FullName))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_and_left()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        File.CreateSymbolicLink(Path, Path);

        await Refusal.OfAsync(ClientAccessError.FileUnusable, () => ExportAsync(Path));

        Assert.Equal(Path, new FileInfo(Path).LinkTarget);
    }

    [Fact]
    public async Task A_file_that_cannot_be_replaced_is_as_it_was()
    {
        await ExportAsync(Path);
        string before = await File.ReadAllTextAsync(Path, Stop);
        string lost = System.IO.Path.Combine(_folder.FullName, "gone", "config");
        File.Delete(Path);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        File.CreateSymbolicLink(Path, lost);

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.FileUnusable, () => ExportAsync(Path));

        Assert.Contains("It is as it was", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(lost, new FileInfo(Path).LinkTarget);
        Assert.NotEmpty(before);
    }

    private Task<ProfileChange> ExportAsync(string path, ProfileExport? export = null) =>
        new ProfileFile(path).ChangeAsync(content => FakeProfiles.Profiles().Plan(export ?? FakeProfiles.Whole(), path, content), _activity, Stop);
}
