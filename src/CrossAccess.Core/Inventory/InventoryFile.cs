using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>
/// The inventory on disk. Written whole to a neighbour and moved into place, under a lock that other processes honour;
/// changes that wait together are written together.
/// </summary>
#pragma warning disable CA1001 // One per path for the life of the process; no wait handle is ever taken from its semaphore.
internal sealed class InventoryFile
#pragma warning restore CA1001
{
    public const string PathVariable = "CROSSACCESS_INVENTORY";

    private static readonly ConcurrentDictionary<string, InventoryFile> Opened = new(StringComparer.Ordinal);
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly ConcurrentQueue<PendingChange> _pending = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile Snapshot? _snapshot;

    private InventoryFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>The file that $env:CROSSACCESS_INVENTORY names, else the one in the user's configuration folder.</summary>
    public static InventoryFile Locate()
    {
        string? named = Environment.GetEnvironmentVariable(PathVariable);
        string path = string.IsNullOrWhiteSpace(named)
            ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "CrossAccess", "inventory.json")
            : System.IO.Path.GetFullPath(HomeExpanded(named));
        return Opened.GetOrAdd(path, static located => new InventoryFile(located));
    }

    /// <summary>The inventory as it is on disk now; empty when there is no file.</summary>
    /// <exception cref="ClientAccessException">InventoryUnusable.</exception>
    public Inventory Read()
    {
        var file = new FileInfo(Path);
        if (!file.Exists) return Inventory.Empty;
        if (_snapshot is { } snapshot && snapshot.IsOf(file)) return snapshot.Inventory;

        Inventory inventory = Parse(file);
        _snapshot = new Snapshot(inventory, file.LastWriteTimeUtc, file.Length);
        return inventory;
    }

    /// <summary>Applies a change to the newest inventory and writes it, unless the change leaves it as it is.</summary>
    /// <exception cref="ClientAccessException">What <paramref name="change"/> throws, or InventoryUnusable.</exception>
    public async Task UpdateAsync(Func<Inventory, Inventory> change, CancellationToken cancellation)
    {
        var mine = new PendingChange(change);
        _pending.Enqueue(mine);
        try
        {
            await _writing.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                if (!mine.Done.Task.IsCompleted) await WriteAllPendingAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (Exception e)
        {
            // Whoever is told that the change failed must not find it written by the next one.
            mine.Done.TrySetException(e);
            throw;
        }
        await mine.Done.Task.ConfigureAwait(false);
    }

    // PowerShell does not expand '~' in a variable's value, and its users expect it to mean what it means everywhere else.
    private static string HomeExpanded(string path) =>
        path == "~" || path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
            : path;

    private async Task WriteAllPendingAsync(CancellationToken cancellation)
    {
        var applied = new List<PendingChange>();
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            using FileStream _ = await FileLock.TakeAsync(Path + ".lock", cancellation).ConfigureAwait(false);
            Inventory before = Read();
            Inventory after = before;
            while (_pending.TryDequeue(out PendingChange? change))
            {
                if (change.TryApply(ref after)) applied.Add(change);
            }
            if (!ReferenceEquals(before, after)) Write(after);
            applied.ForEach(change => change.Done.TrySetResult());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ClientAccessException unusable = Unusable("cannot be written", e);
            applied.ForEach(change => change.Done.TrySetException(unusable));
            throw unusable;
        }
        catch (Exception e)
        {
            applied.ForEach(change => change.Done.TrySetException(e));
            throw;
        }
    }

    private void Write(Inventory inventory)
    {
        AtomicFile.Replace(Path, stream =>
        {
            JsonSerializer.Serialize(stream, inventory, Format);
            stream.WriteByte((byte)'\n');
        });
        var file = new FileInfo(Path);
        _snapshot = new Snapshot(inventory, file.LastWriteTimeUtc, file.Length);
    }

    private Inventory Parse(FileInfo file)
    {
        try
        {
            using FileStream stream = file.OpenRead();
            Inventory inventory = JsonSerializer.Deserialize<Inventory>(stream, Format) ?? throw new JsonException("the file is empty");
            if (inventory.Version > Inventory.CurrentVersion)
                throw Unusable($"was written by a newer version of CrossAccess (format {inventory.Version}); update the module", null);
            return inventory.RequireForm().IgnoringCase();
        }
        catch (JsonException e)
        {
            throw Unusable($"is not valid ({e.Message})", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable("cannot be read", e);
        }
    }

    private ClientAccessException Unusable(string how, Exception? inner) =>
        new(ClientAccessError.InventoryUnusable, $"The inventory {Path} {how}.{(inner is null or JsonException ? "" : " " + inner.Message)}", inner)
        {
            RecommendedAction = $"Repair the file, or name another in $env:{PathVariable}.",
        };

    private sealed record Snapshot(Inventory Inventory, DateTime LastWriteTimeUtc, long Length)
    {
        public bool IsOf(FileInfo file) => file.LastWriteTimeUtc == LastWriteTimeUtc && file.Length == Length;
    }

    private sealed class PendingChange(Func<Inventory, Inventory> change)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>False: the change was refused, and whoever asked for it has been told.</summary>
        public bool TryApply(ref Inventory inventory)
        {
            if (Done.Task.IsCompleted) return false;
            try
            {
                inventory = change(inventory);
                return true;
            }
            catch (Exception e)
            {
                // Whatever it is, it concerns whoever asked for the change and none of those that are written with it.
                Done.TrySetException(e);
                return false;
            }
        }
    }
}
