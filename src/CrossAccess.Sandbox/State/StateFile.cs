using System.Text.Json;

namespace CrossAccess.Sandbox.State;

/// <summary>The file in which a Sandbox rests, for its owner's eyes only. It is put in place whole, so that a reader never sees half of it.</summary>
internal static class StateFile
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <summary>What the file holds, or null when there is none.</summary>
    /// <exception cref="InvalidDataException">It holds no Sandbox, or one of another form.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SavedSandbox? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        SavedSandbox? saved;
        try
        {
            using FileStream stream = File.OpenRead(path);
            saved = JsonSerializer.Deserialize<SavedSandbox>(stream, Format);
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{path} holds no saved Sandbox.", malformed);
        }
        return saved is { Form: SavedSandbox.CurrentForm, Accounts: not null, Directory: not null, IdentityCenter: not null } ? saved : throw new InvalidDataException($"{path} holds no saved Sandbox of this version.");
    }

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, SavedSandbox state)
    {
        string whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        string fresh = whole + ".new";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (FileStream stream = new(fresh, options))
            JsonSerializer.Serialize(stream, state, Format);
        File.Move(fresh, whole, overwrite: true);
    }
}
