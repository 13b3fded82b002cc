using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Gives each request its endpoint from its client's configuration.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        ServiceEndpoints.ParametersOf(((ServiceConfig)requestContext.ClientConfig).Definition, requestContext.OriginalRequest);
}
