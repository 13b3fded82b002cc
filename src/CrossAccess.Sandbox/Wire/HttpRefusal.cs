namespace CrossAccess.Sandbox.Wire;

/// <summary>What came over the wire is not acceptable HTTP; the connection answers with the status and closes.</summary>
internal sealed class HttpRefusal(int status, string reason) : Exception(reason)
{
    public int Status { get; } = status;
}
