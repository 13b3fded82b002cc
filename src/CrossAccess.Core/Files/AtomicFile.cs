namespace CrossAccess;

/// <summary>Files that are replaced whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes a neighbour and moves it into place. A link stays a link: what it leads to is replaced.
    /// </summary>
    /// <param name="newFileMode">The permissions of a file that was not there, on Unix; null: what the process gives its files.</param>
    /// <param name="keepsPermissions">Whether a file that was there keeps its own.</param>
    /// <exception cref="IOException">It could not be written; what was there still is.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Replace(string path, Action<Stream> write, UnixFileMode? newFileMode = null, bool keepsPermissions = true)
    {
        string target = TargetOf(path);
        string neighbour = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = Create(neighbour, (keepsPermissions ? ModeOf(target) : null) ?? newFileMode))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(neighbour, target, overwrite: true);
        }
        finally
        {
            if (File.Exists(neighbour)) File.Delete(neighbour);
        }
    }

    /// <summary>The file that a link leads to, whether it is there or not; the path itself where it is no link.</summary>
    /// <exception cref="IOException">The link leads in a circle.</exception>
    public static string TargetOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static FileStream Create(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows() || mode is null) return new FileStream(path, options);

        options.UnixCreateMode = mode;
        var stream = new FileStream(path, options);
        // The umask has had its say in what was created.
        File.SetUnixFileMode(stream.SafeFileHandle, mode.Value);
        return stream;
    }

    private static UnixFileMode? ModeOf(string path) => !OperatingSystem.IsWindows() && File.Exists(path) ? File.GetUnixFileMode(path) : null;
}
