using Amazon.Runtime.Internal;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Names the service to the runtime.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId { get; } = serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
