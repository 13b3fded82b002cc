namespace CrossAccess.Core.Tests;

/// <summary>A role with what hangs on it.</summary>
internal sealed class FakeRole(IamRole role)
{
    public IamRole Role { get; set; } = role;

    public List<string> Attached { get; } = [];

    public Dictionary<string, string> Inline { get; } = [];
}
