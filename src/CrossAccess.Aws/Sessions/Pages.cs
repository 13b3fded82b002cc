using System.Runtime.CompilerServices;

namespace CrossAccess.Aws;

/// <summary>Reads a list operation to its end: AWS may answer a page that is short, or empty, and not the last.</summary>
internal static class Pages
{
    /// <param name="read">Asks for the page that a token names; null asks for the first.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<string?, CancellationToken, Task<(IEnumerable<T>? Items, string? Next)>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            (IEnumerable<T>? items, token) = await read(token, cancellation);
            foreach (T item in items ?? []) yield return item;
        }
        while (!string.IsNullOrEmpty(token));
    }

    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        Func<string?, CancellationToken, Task<(IEnumerable<T>? Items, string? Next)>> read,
        CancellationToken cancellation)
    {
        var all = new List<T>();
        await foreach (T item in ReadAsync(read, cancellation)) all.Add(item);
        return all;
    }
}
