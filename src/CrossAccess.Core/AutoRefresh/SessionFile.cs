using System.Security.Cryptography;
using System.Text;

namespace CrossAccess;

/// <summary>A copy of one of the user's files, at a path that stays the same for the life of this process.</summary>
/// <param name="original">The user's own file, which need not exist.</param>
internal sealed class SessionFile(SessionFolder folder, string name, string original)
{
    private byte[]? _written;

    public string Path => folder.PathOf(name);

    /// <exception cref="ClientAccessException">SessionFilesUnusable.</exception>
    public void Write(IEnumerable<string> lines)
    {
        byte[] text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(string.Concat(lines.Select(line => line + Environment.NewLine)));
        folder.Write(name, text);
        _written = SHA256.HashData(text);
    }

    /// <summary>Puts what somebody has written here meanwhile beside the file that this is a copy of, and gives its path. Null: nobody has.</summary>
    public string? KeepIfChanged(string suffix)
    {
        try
        {
            if (_written is null || !File.Exists(Path)) return null;

            byte[] found = SHA256.HashData(File.ReadAllBytes(Path));
            if (found.AsSpan().SequenceEqual(_written)) return null;

            string kept = $"{original}.{suffix}";
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(kept))!);
            File.Copy(Path, kept, overwrite: true);
            _written = found;
            return kept;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Leaving a role cannot fail; what was written inside is lost.
            return null;
        }
    }

    /// <summary>Lets the path lead to the user's own file.</summary>
    public void LeadToOriginal()
    {
        _written = null;
        folder.Replace(name, original);
    }
}
