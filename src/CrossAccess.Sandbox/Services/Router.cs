using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Signing;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Services;

/// <summary>Tells from one request, on the one port of all services, which of them is meant.</summary>
internal sealed class Router(IReadOnlyList<Service> services)
{
    /// <summary>The route, or null when no service is recognized.</summary>
    public Route? Find(HttpRequest request) => ByTarget(request) ?? ByPath(request) ?? ByScopeOrAction(request);

    private Route? ByTarget(HttpRequest request)
    {
        // CloudTrail's prefix has dots of its own.
        string target = request.Header("x-amz-target") ?? "";
        int dot = target.LastIndexOf('.');
        if (dot < 0)
            return null;
        (string prefix, string operation) = (target[..dot], target[(dot + 1)..]);
        Service? service = services.FirstOrDefault(service => service.Model.TargetPrefix == prefix);
        return service is null ? null : new Route(service, operation);
    }

    private Route? ByPath(HttpRequest request)
    {
        foreach (Service service in services.Where(static service => service.Model.Protocol == "rest-json"))
        {
            OperationModel? operation = service.Model.Operations.Values.FirstOrDefault(o => o.Path == request.Path && o.HttpMethod == request.Method);
            if (operation is not null)
                return new Route(service, operation.Name);
        }
        return null;
    }

    private Route? ByScopeOrAction(HttpRequest request)
    {
        string? signedFor = AuthorizationHeader.Parse(request.Header("authorization"))?.Service;
        if (signedFor is not null && services.FirstOrDefault(service => service.Model.SigningName == signedFor && service.Model.Protocol != "query") is { } other)
            return new Route(other, "");
        if (request.Method is not ("POST" or "GET"))
            return null;
        QueryFields fields = QueryProtocol.Fields(request);
        if (fields["Action"]?.Value is not { } action)
            return null;
        Service? service = services.FirstOrDefault(service => service.Model.SigningName == signedFor)
            ?? services.FirstOrDefault(service => service.Model.Protocol == "query" && fields["Version"]?.Value == service.Model.Version);
        return service is null ? null : new Route(service, action);
    }
}
