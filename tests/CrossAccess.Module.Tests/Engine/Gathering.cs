namespace CrossAccess.Module.Tests.Engine;

/// <summary>Nobody goes on before as many as the size have arrived: proof that they are under way at once.</summary>
internal sealed class Gathering(int size)
{
    private readonly Signal _complete = new();
    private int _arrived;

    public Task ArriveAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _arrived) >= size) _complete.Set();
        return _complete.WaitAsync(cancellation);
    }
}
