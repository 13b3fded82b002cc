namespace CrossAccess;

/// <summary>Where work says what it does. Implementations queue: the worker never waits for the shell.</summary>
internal interface IActivity
{
    void Verbose(string message);

    void Warn(string message);

    /// <summary>Shows that work waits for AWS; <paramref name="percent"/> is null where the length is unknown.</summary>
    void Progress(string activity, string status, int? percent = null);
}
