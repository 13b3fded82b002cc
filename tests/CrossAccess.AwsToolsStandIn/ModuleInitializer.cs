using System.Management.Automation;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>Importing AWS Tools loads the SDK's packages.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    public void OnImport()
    {
        GC.KeepAlive(typeof(AWSCredentials).Assembly);
        GC.KeepAlive(typeof(AmazonSecurityTokenServiceClient).Assembly);
    }
}
