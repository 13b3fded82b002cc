using System.ComponentModel;
using System.Management.Automation;
using System.Text.Json.Serialization;
using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;

namespace CrossAccess;

/// <summary>An entered role: whose, and its temporary credentials. Binds where AWS.Tools asks for keys or credentials; shows none of them.</summary>
[TypeConverter(typeof(ClientSessionConverter))]
public sealed class ClientSession
{
    internal ClientSession(EnteredRole entered)
        : this(entered.Session)
    {
        AutoRefresh = entered.Served is not null;
        RefreshUntil = entered.Served?.Until;
        RefreshFailure = entered.Served?.Failure is { } failure ? $"{failure.Message} {failure.RecommendedAction}".TrimEnd() : null;
    }

    internal ClientSession(RoleSession session)
    {
        Client = session.Client;
        AccountId = session.AccountId;
        AccountName = session.AccountName;
        Tier = session.Tier;
        RoleArn = session.RoleArn;
        Region = session.Region;
        Reason = session.Reason;
        RoleSessionName = session.RoleSessionName;
        SourceIdentity = session.SourceIdentity;
        AccessKey = session.Credentials.AccessKeyId;
        SecretAccessKey = session.Credentials.SecretAccessKey;
        SessionToken = session.Credentials.SessionToken ?? "";
        Expiration = session.Expiration;
    }

    /// <summary>The client's key.</summary>
    public string Client { get; }

    /// <summary>The client's account in which this session acts.</summary>
    public string AccountId { get; }

    /// <summary>The account's short name; null where it has none.</summary>
    public string? AccountName { get; }

    /// <summary>The tier.</summary>
    public string Tier { get; }

    /// <summary>The role that was assumed.</summary>
    public string RoleArn { get; }

    /// <summary>The AWS Region that the session works in.</summary>
    public string Region { get; }

    /// <summary>Why the role was entered, as typed.</summary>
    public string? Reason { get; }

    /// <summary>The name that CloudTrail shows.</summary>
    public string RoleSessionName { get; }

    /// <summary>The source identity, which no later session can change; null where the role does not allow one.</summary>
    public string? SourceIdentity { get; }

    /// <summary>The access key id.</summary>
    public string AccessKey { get; }

    // [Hidden] keeps it from views and exports, the others from ConvertTo-Json, which reads properties by reflection.
    /// <summary>Secret: read by name alone.</summary>
    [Hidden, NewtonsoftIgnore, JsonIgnore]
    public string SecretAccessKey { get; }

    /// <summary>Secret: read by name alone.</summary>
    [Hidden, NewtonsoftIgnore, JsonIgnore]
    public string SessionToken { get; }

    /// <summary>When the credentials end, UTC.</summary>
    public DateTimeOffset Expiration { get; }

    /// <summary>Whether programs that this shell starts are given new credentials before these end.</summary>
    public bool AutoRefresh { get; }

    /// <summary>When the session ends for good, UTC; null where it is renewed for as long as that is possible, or not at all.</summary>
    public DateTimeOffset? RefreshUntil { get; }

    /// <summary>Why the session could not be renewed when it was last tried, and what to do; null when it could.</summary>
    public string? RefreshFailure { get; }

    /// <summary>Whole minutes until the credentials end; 0 when they have ended.</summary>
    public int MinutesLeft => Math.Max(0, (int)(Expiration - CredentialClock.OfProcess.GetUtcNow()).TotalMinutes);

    /// <inheritdoc/>
    public override string ToString() => $"{Client} {Tier} ({AccountId})";
}
