using System.Diagnostics.CodeAnalysis;

namespace CrossAccess;

/// <summary>What was read, or why it could not be. What is merely not there is a value.</summary>
internal readonly record struct Reading<T>(T? Value, Obstacle? Obstacle)
{
    /// <summary>Runs a read; that AWS refuses the reader is an obstacle, and every other failure an exception.</summary>
    public static async Task<Reading<T>> TryAsync(Func<Task<T>> read)
    {
        try
        {
            return new(await read().ConfigureAwait(false), null);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
        {
            return new(default, CrossAccess.Obstacle.Of(e));
        }
    }

    public bool IsKnown([NotNullWhen(false)] out Obstacle? obstacle)
    {
        obstacle = Obstacle;
        return obstacle is null;
    }
}
