namespace CrossAccess;

/// <summary>Why something could not be read, and what would let it be.</summary>
internal sealed record Obstacle(string Reason, string? Fix = null)
{
    public static Obstacle Of(ClientAccessException refusal) => new(refusal.Message, refusal.RecommendedAction);
}
