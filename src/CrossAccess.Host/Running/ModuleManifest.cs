namespace CrossAccess.Host.Running;

/// <summary>Where the module is: the nearest folder above the Host that holds its manifest.</summary>
internal static class ModuleManifest
{
    private const string FileName = "CrossAccess.psd1";

    /// <summary>Finds the manifest's path.</summary>
    /// <exception cref="FileNotFoundException">No folder from the Host's up to the root holds it.</exception>
    public static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, FileName);
            if (File.Exists(candidate))
                return candidate;
        }

        throw new FileNotFoundException($"{FileName} is in no folder above {AppContext.BaseDirectory}. Run the Host from a clone of the repository.");
    }
}
