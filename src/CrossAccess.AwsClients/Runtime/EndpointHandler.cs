using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Gives each request its endpoint from its client's configuration.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    public override void ProcessRequestHandlers(IExecutionContext executionContext)
    {
        base.ProcessRequestHandlers(executionContext);
        // The runtime lets a configured AuthenticationRegion outrank the endpoint's; IAM takes only its partition's own.
        var context = executionContext.RequestContext;
        context.Request.AuthenticationRegion = ServiceEndpoints.SigningRegionOf((ServiceConfig)context.ClientConfig);
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        ServiceEndpoints.ParametersOf(((ServiceConfig)requestContext.ClientConfig).Definition, requestContext.OriginalRequest);
}
