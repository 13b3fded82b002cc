namespace CrossAccess;

/// <summary>A file beside the one that is guarded, which one process at a time can have open.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for whoever holds it. Disposing of the result gives it back.</summary>
    /// <exception cref="IOException">Somebody held it for fifteen seconds, or it cannot be made.</exception>
    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellation)
    {
        long started = Environment.TickCount64;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (Environment.TickCount64 - started < Patience.TotalMilliseconds)
            {
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }
    }
}
