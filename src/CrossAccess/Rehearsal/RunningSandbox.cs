using CrossAccess.Rehearsal;

namespace CrossAccess;

/// <summary>The local AWS that this process talks to while it runs.</summary>
public sealed class RunningSandbox
{
    /// <summary>The address of every service.</summary>
    public required string EndpointUrl { get; init; }

    /// <summary>The account from which Identity Center is administered; profile <c>sandbox-admin</c>.</summary>
    public required string AdminAccountId { get; init; }

    /// <summary>The provider's own account; profile <c>sandbox-home</c>.</summary>
    public required string HomeAccountId { get; init; }

    /// <summary>The clients' accounts; profiles <c>client-&lt;account id&gt;</c>.</summary>
    public required IReadOnlyList<string> ClientAccountId { get; init; }

    /// <summary>The names of the users in the directory.</summary>
    public required IReadOnlyList<string> User { get; init; }

    /// <summary>The names of the groups in the directory.</summary>
    public required IReadOnlyList<string> Group { get; init; }

    /// <summary>The Region of Identity Center and of the profiles.</summary>
    public required string Region { get; init; }

    /// <summary>The AWS config file with the profiles of all accounts and of every user who has been granted something.</summary>
    public required string ConfigFile { get; init; }

    /// <summary>The inventory that the cmdlets keep while the Sandbox runs.</summary>
    public required string InventoryPath { get; init; }

    /// <summary>What chance follows from; with -Seed the same faults come again.</summary>
    public required int Seed { get; init; }

    /// <summary>The file in which the Sandbox rests when it is stopped; null when it is forgotten.</summary>
    public string? StatePath { get; init; }

    /// <summary>
    /// Turns the Sandbox's clock on, so that sessions, tokens and grants age and what is outstanding is done, and gives the time
    /// that it is then. Requests are signed by the machine's clock as before.
    /// </summary>
    /// <param name="by">How far; the text <c>1:00</c> is an hour.</param>
    public DateTimeOffset Advance(TimeSpan by) => ProcessSandbox.Advance(EndpointUrl, by);

    /// <summary>The address.</summary>
    public override string ToString() => EndpointUrl;
}
