using System.Management.Automation;
using System.Text.Json.Serialization;
using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;

namespace CrossAccess;

/// <summary>An address that signs whoever opens it in to a client's console. The address is as secret as a password, and no view shows it.</summary>
public sealed class ClientConsoleUrl
{
    internal ClientConsoleUrl(ConsoleSignIn signIn)
    {
        Client = signIn.Session.Client;
        AccountId = signIn.Session.AccountId;
        AccountName = signIn.Session.AccountName;
        Tier = signIn.Session.Tier;
        RoleArn = signIn.Session.RoleArn;
        Destination = signIn.Destination;
        Expiration = signIn.Expiration;
        SessionExpiration = signIn.Session.Expiration;
        Url = signIn.Url.AbsoluteUri;
    }

    /// <summary>The client's key.</summary>
    public string Client { get; }

    /// <summary>The client's account whose console it opens.</summary>
    public string AccountId { get; }

    /// <summary>The account's short name; null where it has none.</summary>
    public string? AccountName { get; }

    /// <summary>The tier.</summary>
    public string Tier { get; }

    /// <summary>The role that the console works as.</summary>
    public string RoleArn { get; }

    /// <summary>The page of the console that it leads to.</summary>
    public string Destination { get; }

    /// <summary>When the address stops working, UTC.</summary>
    public DateTimeOffset Expiration { get; }

    /// <summary>When the console ends that is opened by it, UTC.</summary>
    public DateTimeOffset SessionExpiration { get; }

    // [Hidden] keeps it from views and exports, the others from ConvertTo-Json, which reads properties by reflection.
    /// <summary>Secret: read by name alone.</summary>
    [Hidden, NewtonsoftIgnore, JsonIgnore]
    public string Url { get; }

    /// <summary>Whole minutes until the address stops working; 0 when it has.</summary>
    public int MinutesLeft => Math.Max(0, (int)(Expiration - CredentialClock.OfProcess.GetUtcNow()).TotalMinutes);

    // Errors name what they are about by this text, so it is not the address.
    /// <inheritdoc/>
    public override string ToString() => $"{Client} {Tier} ({AccountId})";
}
