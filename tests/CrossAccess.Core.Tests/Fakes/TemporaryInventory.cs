namespace CrossAccess.Core.Tests;

/// <summary>An inventory in a folder of its own.</summary>
internal sealed class TemporaryInventory : IDisposable
{
    // The variable that names the file is the process's, so opening takes turns.
    private static readonly Lock Naming = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-");

    public TemporaryInventory() => File = Open(Path);

    public string Path => System.IO.Path.Combine(_folder.FullName, "inventory.json");

    public string Folder => _folder.FullName;

    public InventoryFile File { get; }

    public static InventoryFile Open(string path)
    {
        lock (Naming)
        {
            string? before = Environment.GetEnvironmentVariable(InventoryFile.PathVariable);
            Environment.SetEnvironmentVariable(InventoryFile.PathVariable, path);
            try
            {
                return InventoryFile.Locate();
            }
            finally
            {
                Environment.SetEnvironmentVariable(InventoryFile.PathVariable, before);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
