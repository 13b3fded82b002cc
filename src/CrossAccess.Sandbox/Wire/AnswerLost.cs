namespace CrossAccess.Sandbox.Wire;

/// <summary>A request gets no answer: the connection is reset, or stays silent until the peer leaves.</summary>
internal sealed class AnswerLost(bool silently) : Exception("The answer is lost.")
{
    public bool Silently { get; } = silently;
}
