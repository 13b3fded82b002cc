using System.Management.Automation;
using CrossAccess.Binding;
using CrossAccess.Rehearsal;
using CrossAccess.Sandbox;

namespace CrossAccess.Commands;

/// <summary>Starts a local AWS and leads this process to it, so that everything can be rehearsed without an account.</summary>
[Cmdlet(VerbsLifecycle.Start, "CrossAccessSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(RunningSandbox))]
public sealed class StartCrossAccessSandboxCommand : ClientCommand
{
    /// <summary>The loopback port; 0, the default, takes a free one.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The account from which Identity Center is administered.</summary>
    [Parameter]
    [AccountIdTransformation]
    [ValidateNotNullOrEmpty]
    public string? AdminAccountId { get; set; }

    /// <summary>The provider's own account.</summary>
    [Parameter]
    [AccountIdTransformation]
    [ValidateNotNullOrEmpty]
    public string? HomeAccountId { get; set; }

    /// <summary>The ids of the clients' accounts; or how many there are, with ids that are always the same.</summary>
    [Parameter]
    [Alias("ClientAccountId")]
    [ClientAccountTransformation]
    public string[]? ClientAccount { get; set; }

    /// <summary>The names of the users in the directory, besides those that -Group names.</summary>
    [Parameter]
    [ListTransformation]
    public string[]? User { get; set; }

    /// <summary>The groups in the directory: names, or a hashtable of names and members such as @{ Engineers = 'ana', 'ben' }.</summary>
    [Parameter]
    [GroupMemberTransformation]
    public IDictionary<string, string[]>? Group { get; set; }

    /// <summary>The user as whom every sign-in is approved at once; by default a page asks.</summary>
    [Parameter]
    [BlankTransformation]
    public string? ApproveSignInAs { get; set; }

    /// <summary>How long Identity Center takes for an assignment, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double ProvisioningSeconds { get; set; }

    /// <summary>How long a new role is refused to those who assume it, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double ConsistencySeconds { get; set; }

    /// <summary>How long every answer is held back, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 60000)]
    public int LatencyMilliseconds { get; set; }

    /// <summary>Whether AWS's request rates and raisable quotas hold.</summary>
    [Parameter]
    [ValidateSet("None", "Aws")]
    public string Limits { get; set; } = "None";

    /// <summary>How often a request fails by chance: 0 never, 1 always.</summary>
    [Parameter]
    [ValidateRange(0d, 1d)]
    public double FaultRate { get; set; }

    /// <summary>How requests fail that fail by chance.</summary>
    [Parameter]
    [ValidateSet("Throttle", "Error", "Timeout", "Reset")]
    public string[] FaultKind { get; set; } = ["Throttle", "Error"];

    /// <summary>What chance follows from; the same seed and the same requests have the same faults.</summary>
    [Parameter]
    public int? Seed { get; set; }

    /// <summary>The file in which the Sandbox rests when it is stopped, and from which it goes on.</summary>
    [Parameter]
    [BlankTransformation]
    public string? StatePath { get; set; }

    /// <inheritdoc/>
    // Its failure ends the pipeline: what follows would otherwise act in a real account.
    protected override void EndProcessing()
    {
        if (!ShouldProcess("this process", "Lead to a Sandbox")) return;

        string? statePath = StatePath is null ? null : GetUnresolvedProviderPathFromPSPath(StatePath);
        WriteObject(RunOrThrow(null, (_, _) => Task.FromResult(ProcessSandbox.Start(statePath, WithParameters))));
    }

    private SandboxOptions WithParameters(SandboxOptions options)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> groups = Group?.ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.Value, StringComparer.OrdinalIgnoreCase)
            ?? options.Groups;
        return options with
        {
            Port = Port,
            AdminAccountId = AdminAccountId ?? options.AdminAccountId,
            HomeAccountId = HomeAccountId ?? options.HomeAccountId,
            ClientAccountIds = ClientAccount ?? options.ClientAccountIds,
            Groups = groups,
            Users = [.. (User ?? options.Users).Concat(groups.Values.SelectMany(members => members)).Distinct(StringComparer.OrdinalIgnoreCase)],
            ApproveSignInAs = ApproveSignInAs,
            ProvisioningDelay = TimeSpan.FromSeconds(ProvisioningSeconds),
            ConsistencyDelay = TimeSpan.FromSeconds(ConsistencySeconds),
            Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds),
            Limits = Enum.Parse<SandboxLimits>(Limits, ignoreCase: true),
            FaultRate = FaultRate,
            FaultKinds = [.. FaultKind.Select(kind => Enum.Parse<SandboxFault>(kind, ignoreCase: true)).Distinct()],
            Seed = Seed,
        };
    }
}
