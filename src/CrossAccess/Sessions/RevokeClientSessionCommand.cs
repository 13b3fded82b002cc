using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Revoke-ClientSession: ends what is still live in a client's roles, and takes the deny out again when it is over.</summary>
[Cmdlet(VerbsSecurity.Revoke, "ClientSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = RevokeSet)]
[OutputType(typeof(RevokedClientSession))]
public sealed class RevokeClientSessionCommand : RemoteAccountCommand<RevokedClientSession>
{
    private const string RevokeSet = "Revoke";
    private const string LiftSet = "Lift";

    private readonly HashSet<(SessionRevocationRequest Role, string Users)> _submitted = [];

    /// <summary>The client's account, 12 digits; by default every one in which the inventory records a role.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Users, by user name or e-mail address, whose sessions are the reason: home denies them first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RevokeSet)]
    [ListTransformation]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>Takes the deny out of the roles whose longest session has been over since.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiftSet)]
    public SwitchParameter Lift { get; set; }

    /// <summary>Acts without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (string client, string? account, string[]? tiers, string[] users) = (Client, AccountId, Tier, User ?? []);
        if (!TryRun(client, (_, _) => Task.FromResult((Services.Revocations.ListRoles(client, account, tiers), RemoteCredentials())), out (IReadOnlyList<(string AccountId, string Tier)> Roles, RemoteCredentials Credentials) scope)) return;
        foreach ((string accountId, string tier) in scope.Roles)
        {
            // Who pipes several grants of one role means that role once, and is asked once.
            var request = new SessionRevocationRequest(client, accountId, tier, scope.Credentials);
            if (_submitted.Add((request, string.Join('\n', users)))) Submit(request with { Users = users });
        }
    }

    private void Submit(SessionRevocationRequest request)
    {
        string target = $"{request.Client}, account {request.AccountId}, tier {request.Tier}";
        if (Lift)
            Submit(request.Client, target, "take out the deny of sessions that are over", (_, cancellation) => Services.Revocations.PlanLiftAsync(request, cancellation));
        else
            Submit(request.Client, target, "end the sessions issued until now", (activity, cancellation) => Services.Revocations.PlanAsync(request, activity, cancellation));
    }
}
