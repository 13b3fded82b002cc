using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Decides which requests are signed.</summary>
internal sealed class SignatureHandler : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var service = ((ServiceConfig)context.ClientConfig).Definition;
        return service.Signs(context.OriginalRequest.GetType()) ? AuthSchemeOption.DEFAULT_SIGV4 : AuthSchemeOption.DEFAULT_NOAUTH;
    }
}
