using System.Globalization;

namespace CrossAccess;

/// <summary>A file of profiles on disk. It is replaced whole, under a lock among our own processes, and what it was is kept beside it.</summary>
internal sealed class ProfileFile(string path)
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    private const string BackupMark = ".crossaccess-";
    private const int KeptBackups = 5;

    public string Path => path;

    /// <summary>The file's bytes; none when there is no file.</summary>
    /// <exception cref="ClientAccessException">FileUnusable.</exception>
    public byte[] Read() => Guarded<byte[]>("read", () =>
        Directory.Exists(path) ? throw new IOException("It is a folder.") : Exists ? File.ReadAllBytes(path) : []);

    /// <summary>Changes the file as it is by then, which may be another than the one that was planned for.</summary>
    /// <param name="plan">Given the file's bytes.</param>
    /// <exception cref="ClientAccessException">What <paramref name="plan"/> throws, or FileUnusable; the file is then as it was.</exception>
    public async Task<ProfileChange> ChangeAsync(Func<byte[], ProfileChange> plan, IActivity activity, CancellationToken cancellation)
    {
        Guarded("written", MakeFolder);
        using FileStream _ = await LockAsync(cancellation).ConfigureAwait(false);
        byte[] before = Read();
        ProfileChange change = plan(before);
        if (change.Content is not { } content) return change;

        Guarded("written", () =>
        {
            if (Exists) activity.Verbose($"The file as it was: {Backup(before)}");
            AtomicFile.Replace(path, stream => stream.Write(content), OwnersFile);
            return true;
        });
        return change;
    }

    private string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;

    // A link that leads nowhere is there, and what it leads to is not.
    private bool Exists => File.Exists(AtomicFile.TargetOf(path));

    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        try
        {
            return await FileLock.TakeAsync(path + BackupMark + "lock", cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable("written", e);
        }
    }

    // The AWS CLI makes its own folder so, too; any other must be there, since a mistyped one would be made in silence.
    private bool MakeFolder()
    {
        if (Directory.Exists(Folder)) return true;
        if (System.IO.Path.GetFileName(Folder) != ".aws") throw new DirectoryNotFoundException($"There is no folder '{Folder}'.");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder);
        else Directory.CreateDirectory(Folder, OwnersFolder);
        return true;
    }

    private string Backup(byte[] content)
    {
        string backup = $"{path}{BackupMark}{DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}.bak";
        AtomicFile.Replace(backup, stream => stream.Write(content), OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path));
        string[] all = [.. Directory.EnumerateFiles(Folder, $"{System.IO.Path.GetFileName(path)}{BackupMark}*.bak").Order(StringComparer.Ordinal)];
        foreach (string old in all.SkipLast(KeptBackups)) File.Delete(old);
        return backup;
    }

    private T Guarded<T>(string how, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(how, e);
        }
    }

    private ClientAccessException Unusable(string how, Exception cause) =>
        new(ClientAccessError.FileUnusable, $"'{path}' cannot be {how}: {cause.Message} It is as it was.", cause)
        {
            RecommendedAction = "Make the file and its folder yours to write, or name another file: -Path",
        };
}
