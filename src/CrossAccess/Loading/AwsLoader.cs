using System.Reflection;

namespace CrossAccess.Loading;

/// <summary>Loads the AWS side of the module when it is first needed, so that importing stays fast.</summary>
internal static class AwsLoader
{
    private static readonly Lazy<IAwsConnector> LazyConnector = new(Load);

    /// <summary>The door to AWS; the first use loads the AWS SDK.</summary>
    public static IAwsConnector Connector => LazyConnector.Value;

    private static IAwsConnector Load()
    {
        Assembly aws = new SdkLoadContext().LoadFromAssemblyName(new AssemblyName("CrossAccess.Aws"));
        Type connector = aws.GetType("CrossAccess.Aws.AwsConnector", throwOnError: true)!;
        return (IAwsConnector)Activator.CreateInstance(connector, nonPublic: true)!;
    }
}
