namespace CrossAccess;

/// <summary>
/// Identity Center answers ConflictException while an earlier write has not arrived everywhere: the same request is right a
/// moment later. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html
/// </summary>
internal static class ConflictRetry
{
    private const int Attempts = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    public static Task RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellation) =>
        RunAsync(async token => { await work(token).ConfigureAwait(false); return true; }, cancellation);

    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await work(cancellation).ConfigureAwait(false);
            }
            catch (ClientAccessException e) when (e.Error == ClientAccessError.ChangeInProgress && attempt < Attempts)
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), cancellation).ConfigureAwait(false);
            }
        }
    }
}
