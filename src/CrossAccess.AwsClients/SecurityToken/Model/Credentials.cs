using Amazon.Runtime;

namespace Amazon.SecurityToken.Model;

/// <summary>Temporary credentials, which a client can be given as they are. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html"/>.</summary>
public class Credentials : AWSCredentials
{
    public Credentials()
    {
    }

    /// <summary>Credentials that end at <paramref name="expiration"/> (UTC).</summary>
    public Credentials(string accessKeyId, string secretAccessKey, string sessionToken, DateTime? expiration)
    {
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = sessionToken;
        Expiration = expiration;
    }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]*</c>.</summary>
    public string? AccessKeyId { get; set; }

    public string? SecretAccessKey { get; set; }

    public string? SessionToken { get; set; }

    /// <summary>When the credentials end, in UTC.</summary>
    public override DateTime? Expiration { get; set; }

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => new(AccessKeyId, SecretAccessKey, SessionToken);
}
