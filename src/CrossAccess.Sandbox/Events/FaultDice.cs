namespace CrossAccess.Sandbox.Events;

/// <summary>
/// Decides by a seed which requests fail. Each operation has dice of its own, so that the n-th call of an operation fares the
/// same however other operations come in between.
/// </summary>
internal sealed class FaultDice(double rate, IReadOnlyList<SandboxFault> kinds, int seed)
{
    private readonly Dictionary<string, Random> _dice = [];

    public ChanceFault? Roll(string service, string operation)
    {
        if (rate <= 0)
            return null;
        lock (_dice)
        {
            string name = $"{service}:{operation}";
            if (!_dice.TryGetValue(name, out Random? dice))
                _dice.Add(name, dice = new Random(seed ^ Fingerprint(name)));
            // Three draws whatever comes of them, so that one rate's faults are among a higher rate's.
            (double chance, int kind, bool carriedOut) = (dice.NextDouble(), dice.Next(kinds.Count), dice.Next(2) == 1);
            return chance < rate ? new ChanceFault(kinds[kind], carriedOut) : null;
        }
    }

    // FNV-1a: the same in every process, as string.GetHashCode is not.
    private static int Fingerprint(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return unchecked((int)hash);
    }
}
