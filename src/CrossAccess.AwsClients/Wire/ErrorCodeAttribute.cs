namespace CrossAccess.AwsClients.Wire;

/// <summary>The code by which AWS names an error, where that is not the exception's own name.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ErrorCodeAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}
