namespace CrossAccess.Commands;

/// <summary>A record on its way through the window of a <see cref="ChangeCommand{TResult}"/>.</summary>
internal sealed class PendingChange<TResult>(object? target)
{
    /// <summary>What an error of this record names as its target.</summary>
    public object? Target { get; } = target;

    /// <summary>The reading that precedes the question; null where nothing will ask.</summary>
    public Task<IChange<IReadOnlyList<TResult>>>? Plan { get; init; }

    /// <summary>What will be written; null while undecided, and for good when declined.</summary>
    public Task<IReadOnlyList<TResult>>? Outcome { get; set; }

    /// <summary>The user said no: nothing is written.</summary>
    public bool IsDeclined { get; set; }

    public bool IsUndecided => Outcome is null && !IsDeclined;

    public bool IsFinished => IsDeclined || Outcome is { IsCompleted: true };
}
