using System.Security.Cryptography;
using System.Text;

namespace CrossAccess;

/// <summary>Signs in with a browser of this machine: an authorization code with PKCE (RFC 7636), brought to a loopback address.</summary>
internal sealed class BrowserSignIn(IAccessPortal portal, IBrowser browser, TimeProvider time)
{
    /// <summary>How long a person has, as with the AWS CLI.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Registered without a port, which AWS lets differ: https://datatracker.ietf.org/doc/html/rfc8252#section-7.3
    private const string RegisteredRedirect = "http://127.0.0.1" + LoopbackCallback.Path;

    /// <summary>Null when no browser can be opened.</summary>
    /// <exception cref="ClientAccessException">SignInRefused, SignInTimedOut.</exception>
    public async Task<(RegisteredOidcClient Client, IssuedToken Token)?> TryRunAsync(SignInRequest request, IActivity activity, CancellationToken cancellation)
    {
        RegisteredOidcClient client = await portal.RegisterClientAsync(request.StartUrl, RegisteredRedirect, cancellation).ConfigureAwait(false);
        using var callback = new LoopbackCallback();
        string state = NewSecret();
        string verifier = NewSecret();
        Uri page = PageOf(client, callback.RedirectUri, state, verifier);
        using var patience = new CancellationTokenSource(Patience, time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        Task<IReadOnlyDictionary<string, string>> coming = callback.WaitAsync(query => RefusalOf(query, state), waiting.Token);
        if (!browser.TryOpen(page)) return null;

        activity.Verbose($"A browser was asked to open {page}");
        activity.Progress($"Signing in to {request.StartUrl}", "Waiting for your approval in the browser");
        IReadOnlyDictionary<string, string> query;
        try
        {
            query = await coming.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw TimedOut(request);
        }
        if (RefusalOf(query, state) is { } wrong) throw new ClientAccessException(ClientAccessError.SignInRefused, wrong) { RecommendedAction = "Type Connect-CrossAccess again." };
        return (client, await portal.RedeemCodeAsync(client, query["code"], verifier, callback.RedirectUri, cancellation).ConfigureAwait(false));
    }

    public static ClientAccessException TimedOut(SignInRequest request) =>
        new(ClientAccessError.SignInTimedOut, $"Nobody signed in to {request.StartUrl} within {Patience.TotalMinutes:0} minutes.")
        {
            RecommendedAction = "Type Connect-CrossAccess again. Where this machine's browser cannot be used, add -UseDeviceCode.",
        };

    private Uri PageOf(RegisteredOidcClient client, string redirectUri, string state, string verifier)
    {
        string challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        // "scopes" and not "scope": as the AWS CLI asks.
        string query = $"response_type=code&client_id={Uri.EscapeDataString(client.Id)}&redirect_uri={Uri.EscapeDataString(redirectUri)}&state={state}"
            + $"&code_challenge_method=S256&scopes={Uri.EscapeDataString(SignIns.Scope)}&code_challenge={challenge}";
        return new UriBuilder(portal.AuthorizePage) { Query = query }.Uri;
    }

    // A query without our state was not sent by the page that we opened: somebody else's code would sign this shell in as them.
    private static string? RefusalOf(IReadOnlyDictionary<string, string> query, string state)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(query.GetValueOrDefault("state", "")), Encoding.UTF8.GetBytes(state)))
            return "What came back does not belong to this sign-in (its state differs), so it was refused.";
        if (query.GetValueOrDefault("error") is { Length: > 0 } error)
            return $"Identity Center did not sign you in: {Printable.Of(query.GetValueOrDefault("error_description") is { Length: > 0 } description ? description : error)}.";
        return query.GetValueOrDefault("code") is { Length: > 0 } ? null : "Identity Center sent no code.";
    }

    private static string NewSecret() => Base64Url(RandomNumberGenerator.GetBytes(48));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
