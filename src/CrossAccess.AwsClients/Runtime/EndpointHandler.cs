using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Gives each request the endpoint of its client's configuration, which asks for no parameters of the request's.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => new();
}
