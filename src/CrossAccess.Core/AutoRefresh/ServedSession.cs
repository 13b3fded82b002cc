namespace CrossAccess;

/// <summary>An entered role whose credentials are renewed and served to this process and its children.</summary>
internal sealed class ServedSession : IDisposable
{
    private readonly SessionRenewal _renewal;
    private readonly CredentialEndpoint _endpoint;
    private readonly SessionProfile _profile;

    private ServedSession(SessionRenewal renewal, CredentialEndpoint endpoint, SessionProfile profile)
    {
        _renewal = renewal;
        _endpoint = endpoint;
        _profile = profile;
    }

    /// <summary>The session of the last walk.</summary>
    public RoleSession Current => _renewal.Current;

    /// <summary>A session to act with, as the programs get it that this shell starts.</summary>
    /// <exception cref="ClientAccessException">There is none any more: why the role cannot be entered again.</exception>
    public Task<RoleSession> GetAsync(CancellationToken cancellation) => _renewal.GetAsync(cancellation);

    /// <summary>Why the last walk failed; null when it did not.</summary>
    public ClientAccessException? Failure => _renewal.Failure;

    /// <summary>When it ends for good, UTC; null: when it can no longer be renewed.</summary>
    public DateTimeOffset? Until => _renewal.Until;

    /// <param name="users">Names the user's AWS configuration.</param>
    /// <exception cref="ClientAccessException">ProfileUnusable, SessionFilesUnusable.</exception>
    public static ServedSession Start(SessionRenewal renewal, AwsEnvironment users)
    {
        SessionProfile profile = SessionConfiguration.OfProcess.Add(renewal.Current, users);
        return new ServedSession(renewal, new CredentialEndpoint(renewal), profile);
    }

    /// <summary>What leads every AWS SDK and CLI to the endpoint, and past everything that outranks it.</summary>
    /// <param name="home">What the variables were before any role was entered; null where none is.</param>
    public IReadOnlyDictionary<string, string?> Variables(IReadOnlyDictionary<string, string?>? home) => SessionEnvironment.VariablesOf(Current, _endpoint, _profile, home);

    /// <summary>Ends it, and gives the paths at which what was written into the AWS configuration inside is kept.</summary>
    public IReadOnlyList<string> End()
    {
        _endpoint.Dispose();
        _renewal.Dispose();
        return _profile.Delete();
    }

    public void Dispose() => End();
}
