using System.Text;

namespace CrossAccess;

/// <summary>The folder that a client is handed. Each of its files is replaced whole or not at all.</summary>
internal sealed class HandOverFolder(string path, IReadOnlyList<(string Name, string Text)> files)
{
    private const UnixFileMode Script = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

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

    private static void Write(string path, string text) => AtomicFile.Replace(
        path,
        stream => stream.Write(Encoding.UTF8.GetBytes(text)),
        path.EndsWith(".sh", StringComparison.Ordinal) ? Script : null);

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
