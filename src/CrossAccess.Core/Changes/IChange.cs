namespace CrossAccess;

/// <summary>A change that has been planned by reading alone: what it would do, its preview, and how to do it.</summary>
internal interface IChange<TResult>
{
    /// <summary>What would be changed, for ShouldProcess.</summary>
    string Target { get; }

    /// <summary>What would be done to it, as a verb phrase; null when it is so already.</summary>
    string? Action { get; }

    /// <summary>The result as it would be: <see cref="ChangeStatus.Planned"/>, or <see cref="ChangeStatus.Unchanged"/>.</summary>
    TResult Preview { get; }

    /// <summary>Does it. Where nothing is to be done in AWS, it only records what was found, and needs no confirmation.</summary>
    Task<TResult> ApplyAsync(IActivity activity, CancellationToken cancellation);
}
