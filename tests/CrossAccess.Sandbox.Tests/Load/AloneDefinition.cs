namespace CrossAccess.Sandbox.Tests.Load;

/// <summary>Tests that want the whole machine run after all others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneDefinition
{
    public const string Name = "Alone";
}
