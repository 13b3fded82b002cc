namespace CrossAccess;

/// <summary>Of work that no command waits for: nobody is there to be told.</summary>
internal sealed class SilentActivity : IActivity
{
    public void Verbose(string message)
    {
    }

    public void Warn(string message)
    {
    }

    public void Progress(string activity, string status, int? percent = null)
    {
    }
}
