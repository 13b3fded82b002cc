namespace CrossAccess.AwsClients.Wire;

/// <summary>The HTTP method and path of a REST operation, on its request type.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RestOperationAttribute(string method, string path) : Attribute
{
    public string Method { get; } = method;

    public string Path { get; } = path;
}
