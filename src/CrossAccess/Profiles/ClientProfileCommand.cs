using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>A cmdlet that changes our block of a file of profiles, once for all its records.</summary>
public abstract class ClientProfileCommand : ClientCommand
{
    /// <summary>The tiers; by default all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string[]? Tier { get; set; }

    /// <summary>Ids, names or wildcards of accounts; by default every account of each client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId")]
    [SupportsWildcards]
    [AccountListTransformation]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string[]? Account { get; set; }

    /// <summary>The file; by default the AWS configuration of this user.</summary>
    [Parameter]
    [BlankTransformation]
    public string? Path { get; set; }

    /// <summary>Writes the block anew even where somebody has edited it, and asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The file that is meant.</summary>
    private protected ProfileFile File => new(Path is null ? Environment.ConfigFile : Resolved(Path));

    // While a role is entered, AWS_CONFIG_FILE may lead to a file that goes with it.
    private protected AwsEnvironment Environment => Services.Entered.Home;

    /// <summary>Plans, shows the difference, asks where it must, and writes.</summary>
    private protected void Change(ProfileFile file, Func<byte[], ProfileChange> plan)
    {
        ProfileChange change = RunOrThrow(file.Path, (_, _) => Task.FromResult(plan(file.Read())));
        Report(change);
        if (change.Content is null)
        {
            WriteObject(change.Profiles, enumerateCollection: true);
            return;
        }

        if (IsApproved(file.Path, change, out ShouldProcessReason reason))
            WriteObject(RunOrThrow(file.Path, (activity, cancellation) => file.ChangeAsync(plan, activity, cancellation)).Profiles, enumerateCollection: true);
        else if (reason == ShouldProcessReason.WhatIf)
            WriteObject(change.Planned, enumerateCollection: true);
    }

    /// <summary>What there is to say of a change before it is made.</summary>
    private protected virtual void Report(ProfileChange change)
    {
        foreach ((ProfileKey role, ClientAccessException reason) in change.Refused) WriteError(ErrorRecords.From(reason, role.ToString()));
        WriteLeftOut(change.LeftOut);
    }

    private protected void WriteLeftOut(IEnumerable<(ProfileKey Role, string Reason)> leftOut)
    {
        foreach (IGrouping<string, string> roles in leftOut.GroupBy(left => left.Reason, left => left.Role.ToString()))
            WriteWarning($"Left out, because {roles.Key}: {string.Join(", ", roles)}.");
    }

    // PowerShell's own wording, with the lines that would change.
    private bool IsApproved(string path, ProfileChange change, out ShouldProcessReason reason)
    {
        string description = $"Performing the operation \"{change.Action}\" on target \"{path}\".{System.Environment.NewLine}{change.Difference}";
        reason = ShouldProcessReason.None;
        if (!Force || IsWhatIf) return ShouldProcess(description, description, null, out reason);

        WriteVerbose(description);
        return true;
    }

    private string Resolved(string path)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name == "FileSystem") return resolved;
        ThrowTerminatingError(ErrorRecords.From(new ClientAccessException(ClientAccessError.FileUnusable, $"'{Printable.Of(path)}' is no path of a file."), path));
        throw new PipelineStoppedException();
    }
}
