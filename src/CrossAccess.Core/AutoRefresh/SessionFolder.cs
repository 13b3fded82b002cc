namespace CrossAccess;

/// <summary>A private temporary folder that goes with its process: what one that was killed has left, the next removes.</summary>
#pragma warning disable CA1001 // Delete() closes it.
internal sealed class SessionFolder
#pragma warning restore CA1001
{
    private const string Prefix = "crossaccess-session-";
    private const string OwnerFile = "owner";
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly FileStream _owner;

    private SessionFolder(string path)
    {
        _path = path;
        // Held open for as long as the process lives, and opened by nobody else meanwhile.
        _owner = new FileStream(PathOf(OwnerFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <exception cref="ClientAccessException">SessionFilesUnusable.</exception>
    public static SessionFolder Create()
    {
        RemoveOrphans();
        try
        {
            return new SessionFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(exception);
        }
    }

    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>Writes a file that its owner alone may read, whole or not at all.</summary>
    /// <exception cref="ClientAccessException">SessionFilesUnusable.</exception>
    public void Write(string name, byte[] text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // On Windows the temporary folder is the user's own.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersOnly;
        try
        {
            string part = PathOf(name + ".part");
            using (var stream = new FileStream(part, options)) stream.Write(text);
            File.Move(part, PathOf(name), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(exception);
        }
    }

    /// <summary>Puts a link to another file in a file's place, or a copy where this user may not make links.</summary>
    public void Replace(string name, string target)
    {
        try
        {
            File.Delete(PathOf(name));
            if (!File.Exists(target)) return;
            if (!TryLink(PathOf(name), Path.GetFullPath(target))) Write(name, File.ReadAllBytes(target));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ClientAccessException)
        {
            // Leaving a role cannot fail. Who looks here finds no profile, and says so.
        }
    }

    public void Delete()
    {
        _owner.Dispose();
        TryDelete(_path);
    }

    private static bool TryLink(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void RemoveOrphans()
    {
        foreach (string folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (HasNoOwner(folder)) TryDelete(folder);
        }
    }

    // A folder that has no owner's file yet is being made.
    private static bool HasNoOwner(string folder)
    {
        try
        {
            using var owner = new FileStream(Path.Combine(folder, OwnerFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process holds it, or it is another user's.
            return false;
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever reads a file of it just now keeps it until the next entry.
        }
    }

    private static ClientAccessException Unusable(Exception exception) =>
        new(ClientAccessError.SessionFilesUnusable, $"The session's AWS configuration cannot be written to '{Path.GetTempPath()}': {exception.Message}", exception)
        {
            RecommendedAction = "Make the temporary folder writable for you, or enter without -AutoRefresh.",
        };
}
