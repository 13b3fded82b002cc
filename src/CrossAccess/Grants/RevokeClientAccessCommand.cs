using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>
/// Revoke-ClientAccess: takes client permission sets from groups and users, stops users at once, and tidies up after access that
/// has ended.
/// </summary>
[Cmdlet(VerbsSecurity.Revoke, "ClientAccess", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = PrincipalSet)]
[OutputType(typeof(ClientAccess))]
[OutputType(typeof(DeniedUser), ParameterSetName = [NowSet, LiftSet])]
public sealed class RevokeClientAccessCommand : ClientAccessCommand<object>
{
    private const string EverywhereSet = "Everywhere";
    private const string ExpiredSet = "Expired";
    private const string NowSet = "Now";
    private const string LiftSet = "Lift";

    /// <summary>The client's key; with -Expired by default all clients of the inventory.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ExpiredSet)]
    [Alias("ClientName", "Name")]
    [BlankTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public override string Client { get; set; } = "";

    /// <summary>The tiers; with -Expired and -Everywhere by default all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ExpiredSet)]
    [Parameter(ParameterSetName = EverywhereSet)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public override string[]? Tier { get; set; }

    /// <summary>Groups, by their display name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = EverywhereSet)]
    [ListTransformation]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public override string[]? Group { get; set; }

    /// <summary>Users, by user name or e-mail address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = EverywhereSet)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NowSet)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiftSet)]
    [ListTransformation]
    [ArgumentCompleter(typeof(UserCompleter))]
    public override string[]? User { get; set; }

    /// <summary>Takes away every grant of the named users and groups, of all clients.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EverywhereSet)]
    public SwitchParameter Everywhere { get; set; }

    /// <summary>Stops the named users at once: home's policy crossaccess-deny denies them everything in every client permission set, open sessions included.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NowSet)]
    public SwitchParameter Now { get; set; }

    /// <summary>Takes back what -Now did.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiftSet)]
    public SwitchParameter Lift { get; set; }

    /// <summary>Takes away the assignments of access that has ended by itself, and the ends themselves where no session is left.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExpiredSet)]
    public SwitchParameter Expired { get; set; }

    /// <summary>From the pipeline: the kind of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet, DontShow = true)]
    public PrincipalType? PrincipalType { get; set; }

    /// <summary>From the pipeline: the name of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet, DontShow = true)]
    [BlankTransformation]
    public string? PrincipalName { get; set; }

    /// <summary>Revokes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case NowSet:
                Stop();
                break;
            case LiftSet:
                Resume();
                break;
            case EverywhereSet:
                RevokeEverywhere();
                break;
            case ExpiredSet:
                TidyUp();
                break;
            default:
                Revoke();
                break;
        }
    }

    private void Revoke()
    {
        (PrincipalType Type, string Name)[] principals = [.. Principals.Concat(PipedPrincipal())];
        if (principals.Length == 0)
        {
            WriteError(ErrorRecords.From(NobodyNamed(), Client));
            return;
        }
        if (!TryRun(Client, (_, _) => Task.FromResult(RequireTiers()), out string[] tiers)) return;
        foreach (string tier in tiers)
        {
            foreach ((PrincipalType type, string name) in principals)
                Revoke(new ClientAccessRequest(Client, tier, type, name) { AccountId = AccountId, PermissionSetName = PermissionSetName, Wait = !NoWait });
        }
    }

    private void RevokeEverywhere()
    {
        (PrincipalType Type, string Name)[] principals = [.. Principals];
        if (principals.Length == 0)
        {
            WriteError(ErrorRecords.From(NobodyNamed(), null));
            return;
        }
        string[]? tiers = Tier;
        foreach ((PrincipalType type, string name) in principals)
        {
            if (!TryRun(name, (activity, cancellation) => Services.Grants.ListRevocableAsync(type, name, tiers, activity, cancellation), out IReadOnlyList<ClientAccessRequest> requests)) continue;
            foreach (ClientAccessRequest request in requests) Revoke(request);
        }
    }

    private void Revoke(ClientAccessRequest request) => Submit(
        request.Client,
        $"{request.Client}, tier {request.Tier}",
        $"revoke access from {request.PrincipalType} {request.PrincipalName}",
        async (activity, cancellation) => (await Services.Grants.PlanRevocationAsync(request, activity, cancellation)).Select(Emitted));

    private void Stop()
    {
        bool previews = IsWhatIf;
        foreach (string user in User!)
        {
            Submit(
                user,
                $"user {user}",
                "deny everything, by every client permission set, from now on",
                async (_, cancellation) => (await Services.Denials.PlanAsync(user, previews, cancellation)).Select(Emitted));
        }
    }

    private void Resume()
    {
        foreach (string user in User!)
        {
            Submit(
                user,
                $"user {user}",
                "let use client permission sets again",
                async (_, cancellation) => (await Services.Denials.PlanLiftAsync(user, cancellation)).Select(Emitted));
        }
    }

    private void TidyUp()
    {
        (string? client, string[]? tiers) = (Client.Length == 0 ? null : Client, Tier);
        if (!TryRun(client, (_, _) => Task.FromResult(Services.Grants.ListRecordedSets(client, tiers)), out IReadOnlyList<(string Client, string Tier)> sets)) return;
        foreach ((string ofClient, string tier) in sets)
        {
            SubmitSeveral(
                ofClient,
                $"{ofClient}, tier {tier}",
                "take away what has ended",
                async (_, cancellation) => (await Services.Grants.PlanTidyingAsync(ofClient, tier, cancellation)).Select(Emitted));
        }
    }

    private static object Emitted(object result) => result;

    private static IReadOnlyList<object> Emitted(IReadOnlyList<ClientAccess> results) => results;

    private (PrincipalType, string)[] PipedPrincipal() =>
        PrincipalType is { } type && PrincipalName is { } name && Group is null && User is null ? [(type, name)] : [];
}
