namespace CrossAccess;

/// <summary>Signs in by a code that a person types on any device (RFC 8628).</summary>
internal sealed class DeviceSignIn(IAccessPortal portal, TimeProvider time)
{
    // https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
    private const string Pending = "AuthorizationPendingException";
    private const string TooFast = "SlowDownException";
    private static readonly TimeSpan SlowerBy = TimeSpan.FromSeconds(5);

    /// <exception cref="ClientAccessException">SignInRefused, SignInTimedOut.</exception>
    public async Task<(RegisteredOidcClient Client, IssuedToken Token)> RunAsync(SignInRequest request, IActivity activity, CancellationToken cancellation)
    {
        RegisteredOidcClient client = await portal.RegisterClientAsync(request.StartUrl, redirectUri: null, cancellation).ConfigureAwait(false);
        DeviceAuthorization device = await portal.StartDeviceAuthorizationAsync(client, request.StartUrl, cancellation).ConfigureAwait(false);
        // A warning, because whoever does not see it waits in vain.
        activity.Warn($"To sign in, open {Shown(device.VerificationUri)} on any device, enter the code {Shown(device.UserCode)} and approve, within {device.ExpiresIn.TotalMinutes:0} minutes."
            + (device.VerificationUriComplete is { } complete ? $" With the code filled in: {Shown(complete)}" : ""));
        activity.Progress($"Signing in to {request.StartUrl}", $"Waiting for your approval of {Shown(device.UserCode)}");

        DateTimeOffset end = time.GetUtcNow() + device.ExpiresIn;
        TimeSpan interval = device.Interval;
        while (true)
        {
            try
            {
                return (client, await portal.RedeemDeviceCodeAsync(client, device.DeviceCode, cancellation).ConfigureAwait(false));
            }
            catch (ClientAccessException e) when (e.AwsErrorCode is Pending)
            {
            }
            catch (ClientAccessException e) when (e.AwsErrorCode is TooFast)
            {
                interval += SlowerBy;
            }
            catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
            {
                throw e.As(ClientAccessError.SignInRefused, "The sign-in was denied on the page.", "Type Connect-CrossAccess again.");
            }
            catch (ClientAccessException e) when (e.Error == ClientAccessError.CredentialsExpired)
            {
                throw BrowserSignIn.TimedOut(request);
            }
            if (time.GetUtcNow() >= end) throw BrowserSignIn.TimedOut(request);
            await Task.Delay(interval, time, cancellation).ConfigureAwait(false);
        }
    }

    private static string Shown(string text) => string.Concat(text.Where(character => !char.IsControl(character)));
}
