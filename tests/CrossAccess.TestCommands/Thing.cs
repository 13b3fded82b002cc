namespace CrossAccess.TestCommands;

/// <summary>What the test cmdlets emit.</summary>
public sealed class Thing(string name, ChangeStatus status)
{
    public string Name { get; } = name;

    public ChangeStatus Status { get; } = status;

    public override string ToString() => $"{Name} {Status}";
}
