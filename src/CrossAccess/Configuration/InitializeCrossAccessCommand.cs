using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Initialize-CrossAccess: discovers home and Identity Center, and writes the inventory.</summary>
[Cmdlet(VerbsData.Initialize, "CrossAccess", SupportsShouldProcess = true)]
[OutputType(typeof(CrossAccessConfiguration))]
public sealed class InitializeCrossAccessCommand : ClientCommand
{
    /// <summary>Begins the name of every remote role.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Company { get; set; } = "";

    /// <summary>The account in which permission sets are assigned; by default that of the home credentials.</summary>
    [Parameter]
    [AccountIdTransformation]
    public string? HomeAccountId { get; set; }

    /// <summary>The AWS profile of Identity Center's admin account; by default the ambient credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? AdminProfileName { get; set; }

    /// <summary>The AWS profile of the home account; by default the admin account's credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? HomeProfileName { get; set; }

    /// <summary>The Identity Center instance, where several are visible.</summary>
    [Parameter]
    [BlankTransformation]
    public string? InstanceArn { get; set; }

    /// <summary>The Region of Identity Center; by default that of the credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The access portal's address, where it is not the default one.</summary>
    [Parameter]
    [BlankTransformation]
    public string? StartUrl { get; set; }

    /// <summary>
    /// Makes the policy crossaccess-deny in home, which every client permission set made from then on carries, so that
    /// Revoke-ClientAccess -Now can stop a user at once. -DenyPolicy:$false: new ones carry it no longer.
    /// </summary>
    [Parameter]
    public SwitchParameter DenyPolicy { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = new InitializationRequest(Company)
        {
            HomeAccountId = HomeAccountId,
            AdminProfileName = AdminProfileName,
            HomeProfileName = HomeProfileName,
            InstanceArn = InstanceArn,
            Region = Region,
            StartUrl = StartUrl,
            DenyPolicy = MyInvocation.BoundParameters.ContainsKey(nameof(DenyPolicy)) ? DenyPolicy.IsPresent : null,
        };
        var initialization = new Initialization(Loading.AwsLoader.Connector, Services.Inventory, Services.Entered);
        if (!TryRun(Company, (activity, cancellation) => initialization.PlanAsync(request, activity, cancellation), out IChange<CrossAccessConfiguration> change)) return;
        if (change.Action is not null && !ShouldProcess(change.Target, change.Action))
        {
            WriteObject(change.Preview);
            return;
        }
        if (TryRun(Company, change.ApplyAsync, out CrossAccessConfiguration configuration)) WriteObject(configuration);
    }
}
