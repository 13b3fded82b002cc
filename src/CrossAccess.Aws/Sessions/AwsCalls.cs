namespace CrossAccess.Aws;

/// <summary>Runs requests for one set of credentials, and says in the module's words what went wrong with one.</summary>
/// <param name="source">Where the credentials came from.</param>
/// <param name="account">The account they belong to, once it is known.</param>
/// <param name="renew">Renews them where that is due. The SDK would do it in the request, where a stop is not heard.</param>
internal sealed class AwsCalls(string source, Func<string?> account, Func<CancellationToken, Task>? renew = null)
{
    /// <param name="operation">As IAM policies name it, such as <c>sts:AssumeRole</c>.</param>
    /// <param name="about">What the request was about, such as a role's ARN, where the operation alone does not say.</param>
    public async Task<T> RunAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellation, string? about = null)
    {
        try
        {
            if (renew is not null) await renew(cancellation);
            return await call();
        }
        catch (Exception exception)
        {
            cancellation.ThrowIfCancellationRequested();
            throw AwsErrors.From(exception, new FailedCall(operation, source, account(), about));
        }
    }

    /// <summary>As <see cref="RunAsync"/>; null where AWS says that what the request names does not exist.</summary>
    public async Task<T?> FindAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellation) where T : class
    {
        try
        {
            return await RunAsync(operation, call, cancellation);
        }
        catch (ClientAccessException exception) when (exception.Error == ClientAccessError.ResourceNotFound)
        {
            return null;
        }
    }
}
