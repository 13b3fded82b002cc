namespace CrossAccess;

/// <summary>One request of a change, with the words that say what it does.</summary>
internal sealed record ChangeStep(string Description, Func<CancellationToken, Task> Apply);
