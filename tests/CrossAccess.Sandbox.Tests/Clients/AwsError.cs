namespace CrossAccess.Sandbox.Tests.Clients;

internal sealed class AwsError(int status, string code, string message) : Exception($"{status} {code}: {message}")
{
    public int Status { get; } = status;
    public string Code { get; } = code;
    public string Text { get; } = message;
}
