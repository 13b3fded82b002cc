using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Get-CrossAccessClient: the clients that the inventory records.</summary>
[Cmdlet(VerbsCommon.Get, "CrossAccessClient")]
[OutputType(typeof(CrossAccessClient))]
public sealed class GetCrossAccessClientCommand : ClientCommand
{
    /// <summary>Names or wildcards; by default all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string[]? Client { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string wanted in Client ?? ["*"])
        {
            if (TryRun(wanted, (_, _) => Task.FromResult(Find(wanted)), out IReadOnlyList<CrossAccessClient> clients)) WriteObject(clients, enumerateCollection: true);
        }
    }

    private IReadOnlyList<CrossAccessClient> Find(string wanted)
    {
        Inventory inventory = Services.Inventory.Read();
        if (!WildcardPattern.ContainsWildcardCharacters(wanted)) inventory.RequireClient(wanted);
        var pattern = WildcardPattern.Get(wanted, WildcardOptions.IgnoreCase);
        return [.. ClientList.Of(inventory).Where(client => pattern.IsMatch(client.Client))];
    }
}
