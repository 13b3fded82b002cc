namespace CrossAccess;

/// <summary>The console's federation endpoint (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html).</summary>
internal interface IConsoleFederation
{
    /// <summary>What the configuration names to stand in for AWS's sign-in and console; null: AWS's own.</summary>
    /// <exception cref="ClientAccessException">EndpointUnusable when it is one that credentials must not be sent to.</exception>
    Uri? Endpoint { get; }

    /// <summary>The token by which a browser can sign in as the session, for a quarter of an hour. A secret.</summary>
    /// <exception cref="ClientAccessException">CredentialsInvalid when the sign-in does not accept the session.</exception>
    Task<string> GetSigninTokenAsync(ConsoleHosts hosts, RoleSession session, CancellationToken cancellation);
}
