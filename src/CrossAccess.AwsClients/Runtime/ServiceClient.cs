using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CrossAccess.AwsClients.Wire;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>
/// What every client has in common: AWSSDK.Core's pipeline with this assembly's endpoints, signing rule and wire protocols.
/// </summary>
public abstract class ServiceClient : AmazonServiceClient
{
    private protected ServiceClient(AWSCredentials credentials, ServiceConfig config) : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => new ServiceMetadata(Definition.ServiceId);

    /// <summary>Answers are never logged: those of STS and of the access portal are credentials.</summary>
    protected override bool SupportResponseLogging => false;

    private ServiceDefinition Definition => ((ServiceConfig)Config).Definition;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureHandler());
    }

    private protected Task<TResponse> CallAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
    {
        ArgumentNullException.ThrowIfNull(request);
        var options = new InvokeOptions
        {
            RequestMarshaller = new RequestWriter(Definition),
            ResponseUnmarshaller = Definition.Protocol == WireProtocol.Query
                ? new XmlResponseReader<TResponse>(Definition)
                : new JsonResponseReader<TResponse>(Definition),
        };
        return InvokeAsync<TResponse>(request, options, cancellationToken);
    }
}
