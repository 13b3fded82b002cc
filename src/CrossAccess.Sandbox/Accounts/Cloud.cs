using System.Collections.Concurrent;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>The accounts, their credentials and the clock. Everything in it is changed under its one lock.</summary>
internal sealed class Cloud(TimeProvider clock, string region)
{
    private readonly ConcurrentDictionary<string, Credential> _credentials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AwsAccount> _accounts = [];

    public object Gate { get; } = new();
    public string Region { get; } = region;
    public string Partition { get; } = PartitionOf(region);
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How long a new role is refused to those who would assume it, as IAM's eventual consistency makes it.</summary>
    public TimeSpan ConsistencyDelay { get; init; }

    public IReadOnlyDictionary<string, AwsAccount> Accounts => _accounts;

    public AwsAccount Add(AwsAccount account)
    {
        _accounts.Add(account.Id, account);
        return account;
    }

    public Credential? FindCredential(string accessKeyId) => _credentials.GetValueOrDefault(accessKeyId);

    public Credential KeepLongTerm(AccessKey key, Caller caller) => Keep(new Credential(key.AccessKeyId, key.SecretAccessKey, null, null, caller));

    public Credential IssueSession(Caller caller, TimeSpan life)
        => Keep(new Credential(RandomNames.Unique("ASIA", 16), RandomNames.SecretKey(), RandomNames.SessionToken(), WholeSeconds(Now + life), caller));

    private Credential Keep(Credential credential)
    {
        _credentials[credential.AccessKeyId] = credential;
        return credential;
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static string PartitionOf(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ when region.StartsWith("eusc-", StringComparison.Ordinal) => "aws-eusc",
        _ => "aws",
    };
}
