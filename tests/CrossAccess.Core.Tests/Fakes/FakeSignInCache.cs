namespace CrossAccess.Core.Tests;

/// <summary>The sign-ins of a machine, in memory.</summary>
internal sealed class FakeSignInCache : ISignInCache
{
    public Dictionary<string, SignInToken> Tokens { get; } = [];

    public Dictionary<string, SignInRequest> Configured { get; } = [];

    public SignInToken? Find(string sessionName) => Tokens.GetValueOrDefault(FileNameOf(sessionName)) is { } token ? token with { SessionName = sessionName } : null;

    public IReadOnlyList<SignInToken> List(IEnumerable<string> names) => [.. Tokens.Values];

    public SignInRequest? FindConfigured(string sessionName) => Configured.GetValueOrDefault(sessionName);

    public string FileNameOf(string sessionName) => sessionName + ".json";

    public void Save(SignInToken token) => Tokens[token.FileName] = token;

    public void Delete(SignInToken token) => Tokens.Remove(token.FileName);
}
