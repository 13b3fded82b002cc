namespace CrossAccess;

/// <summary>Says what there is to say in verbose text alone, for work whose output another program reads.</summary>
internal sealed class VerboseActivity(IActivity activity) : IActivity
{
    public void Verbose(string message) => activity.Verbose(message);

    public void Warn(string message) => activity.Verbose(message);

    public void Progress(string title, string status, int? percent = null) => activity.Verbose($"{title}: {status}.");
}
