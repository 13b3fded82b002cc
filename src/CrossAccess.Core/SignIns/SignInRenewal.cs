namespace CrossAccess;

/// <summary>Renews a sign-in by its refresh token, in silence, before it ends.</summary>
internal sealed class SignInRenewal(ISignInCache cache, Func<string, IAccessPortal> portalOf, TimeProvider time)
{
    // A refresh token is good for one use: two renewals at once would end the sign-in.
    private static readonly KeyedLock Renewing = new();

    /// <summary>The sign-in, renewed where it is about to end or <paramref name="refused"/> says that the portal no longer knows it.</summary>
    /// <exception cref="ClientAccessException">SignInRequired when it has ended and cannot be renewed.</exception>
    public async Task<SignInToken> CurrentAsync(SignInToken token, bool refused, CancellationToken cancellation)
    {
        if (!refused && token.IsFresh(time.GetUtcNow())) return token;

        using IDisposable _ = await Renewing.EnterAsync(token.FileName, cancellation).ConfigureAwait(false);
        SignInToken newest = Newest(token);
        if (newest.AccessToken != token.AccessToken && newest.IsFresh(time.GetUtcNow())) return newest;
        if (!newest.CanRefresh(time.GetUtcNow())) return refused || newest.HasEnded(time.GetUtcNow()) ? throw Ended(newest) : newest;

        try
        {
            return await RefreshAsync(newest, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error is not (ClientAccessError.EndpointUnreachable or ClientAccessError.RequestTimedOut or ClientAccessError.ServiceUnavailable or ClientAccessError.RequestThrottled or ClientAccessError.SignInCacheUnusable))
        {
            // Another process may have used the refresh token a moment ago, and saved what it got.
            SignInToken saved = Newest(newest);
            if (saved.AccessToken != newest.AccessToken && saved.IsFresh(time.GetUtcNow())) return saved;
            if (!refused && !newest.HasEnded(time.GetUtcNow())) return newest;
            throw Ended(newest, e);
        }
    }

    public static ClientAccessException Ended(SignInToken token, ClientAccessException? cause = null) =>
        new(ClientAccessError.SignInRequired, $"The sign-in '{Printable.Of(token.DisplayName)}' to Identity Center has ended.", cause)
        {
            RecommendedAction = token.SessionName is { } name
                ? $"Type: Connect-CrossAccess -SessionName '{Printable.Of(name)}'"
                : $"Type: Connect-CrossAccess -StartUrl {Printable.Of(token.StartUrl)} -Region {token.Region}",
        };

    private async Task<SignInToken> RefreshAsync(SignInToken token, CancellationToken cancellation)
    {
        var client = new RegisteredOidcClient(token.ClientId!, token.ClientSecret!, token.RegistrationExpiresAt);
        IssuedToken issued = await portalOf(token.Region).RefreshAsync(client, token.RefreshToken!, cancellation).ConfigureAwait(false);
        SignInToken renewed = token with
        {
            AccessToken = issued.AccessToken,
            ExpiresAt = time.GetUtcNow() + issued.ExpiresIn,
            RefreshToken = issued.RefreshToken ?? token.RefreshToken,
        };
        cache.Save(renewed);
        return renewed;
    }

    private SignInToken Newest(SignInToken token) =>
        cache.List([]).FirstOrDefault(other => other.FileName == token.FileName) is { } saved ? saved with { SessionName = token.SessionName } : token;
}
