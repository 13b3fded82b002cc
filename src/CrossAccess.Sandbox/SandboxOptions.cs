using CrossAccess.Sandbox.State;

namespace CrossAccess.Sandbox;

/// <summary>How a Sandbox is laid out.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1, or 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The primary Region of Identity Center and the Region of the profiles that are written.</summary>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>The account whose administrator runs Identity Center.</summary>
    public string AdminAccountId { get; init; } = "999988887777";

    /// <summary>The account in which permission sets are assigned; may be the admin account.</summary>
    public string HomeAccountId { get; init; } = "111111111111";

    /// <summary>The organization's management account; null makes it the admin account, another id makes that one a delegated administrator.</summary>
    public string? ManagementAccountId { get; init; }

    /// <summary>Accounts outside the organization.</summary>
    public IReadOnlyList<string> ClientAccountIds { get; init; } = ["222222222222", "333333333333", "444444444444"];

    /// <summary>The user names in the directory.</summary>
    public IReadOnlyList<string> Users { get; init; } = ["ana", "ben", "eve"];

    /// <summary>The groups in the directory with the user names of their members.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Engineers"] = ["ana"],
        ["Support"] = ["ben"],
    };

    /// <summary>The user as whom every sign-in, by browser or by device, is approved at once without anybody's doing; null leaves each to the pages and to <see cref="CrossAccessSandbox.ApproveDevice"/>.</summary>
    public string? ApproveSignInAs { get; init; }

    /// <summary>How long an assignment or a provisioning stays IN_PROGRESS, one after the other within an account; zero has it done by the first poll.</summary>
    public TimeSpan ProvisioningDelay { get; init; }

    /// <summary>How long a new role is refused to those who assume it (IAM's eventual consistency).</summary>
    public TimeSpan ConsistencyDelay { get; init; }

    /// <summary>How long every answer is held back.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Which of AWS's rates and quotas hold.</summary>
    public SandboxLimits Limits { get; init; }

    /// <summary>How often a request fails by chance: 0 never, 1 always.</summary>
    public double FaultRate { get; init; }

    /// <summary>How requests fail that fail by chance.</summary>
    public IReadOnlyList<SandboxFault> FaultKinds { get; init; } = [SandboxFault.Throttle, SandboxFault.Error];

    /// <summary>What the faults follow from: the n-th call of an operation fares the same under the same seed. Null takes any.</summary>
    public int? Seed { get; init; }

    /// <summary>The file in which the Sandbox rests when it is disposed of, and from which it goes on when it starts again; null forgets everything.</summary>
    public string? StatePath { get; init; }

    /// <summary>The clock of tokens, sessions and records. Signatures are judged by the machine's own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The layout of the Sandbox that rests in the file, for it to go on; the default one when there is no such file.</summary>
    /// <exception cref="InvalidDataException">The file holds no Sandbox of this version.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SandboxOptions Resume(string statePath)
    {
        SandboxOptions options = new() { StatePath = statePath };
        if (StateFile.Read(statePath) is not { } saved)
            return options;
        return options with
        {
            Region = saved.Region,
            AdminAccountId = saved.AdminAccountId,
            HomeAccountId = saved.HomeAccountId,
            ManagementAccountId = saved.ManagementAccountId,
            ClientAccountIds = saved.ClientAccountIds,
            Users = [],
            Groups = new Dictionary<string, IReadOnlyList<string>>(),
        };
    }

    /// <summary>That many account ids, always the same ones: 200000000001 and so on.</summary>
    public static IReadOnlyList<string> ClientAccounts(int count)
        => [.. Enumerable.Range(1, count).Select(static number => $"2{number:D11}")];
}
