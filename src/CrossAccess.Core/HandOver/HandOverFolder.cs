namespace CrossAccess;

/// <summary>The folder that a client is handed. Each file is written whole to a neighbour and moved into place.</summary>
internal sealed class HandOverFolder(string path, IReadOnlyList<(string Name, string Text)> files)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Path => path;

    public IReadOnlyList<string> FileNames => [.. files.Select(file => file.Name)];

    public bool Exists => files.Any(file => File.Exists(PathOf(file.Name)));

    /// <summary>The names of the files that are missing or differ.</summary>
    /// <exception cref="ClientAccessException">FileUnusable.</exception>
    public IReadOnlyList<string> Outdated() => Using(() => files.Where(file => !IsSame(PathOf(file.Name), file.Text)).Select(file => file.Name).ToArray());

    /// <exception cref="ClientAccessException">FileUnusable.</exception>
    public void Write() => Using(() =>
    {
        Directory.CreateDirectory(path);
        foreach ((string name, string text) in files.Where(file => !IsSame(PathOf(file.Name), file.Text))) Write(PathOf(name), text);
        return true;
    });

    private static void Write(string path, string text)
    {
        string neighbour = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(neighbour, text);
            if (!OperatingSystem.IsWindows() && path.EndsWith(".sh", StringComparison.Ordinal)) File.SetUnixFileMode(neighbour, File.GetUnixFileMode(neighbour) | Executable);
            File.Move(neighbour, path, overwrite: true);
        }
        finally
        {
            File.Delete(neighbour);
        }
    }

    private T Using<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ClientAccessException(ClientAccessError.FileUnusable, $"The folder {path} cannot be used: {e.Message}", e)
            {
                RecommendedAction = "Name another: -Path <folder>",
            };
        }
    }

    private string PathOf(string name) => System.IO.Path.Combine(path, name);

    private static bool IsSame(string path, string text) => File.Exists(path) && File.ReadAllText(path) == text;
}
