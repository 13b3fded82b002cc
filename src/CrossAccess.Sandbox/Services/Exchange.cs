using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Events;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Services;

/// <summary>One request and what became of it.</summary>
internal sealed class Exchange(Route route, string requestId)
{
    public Route Route { get; } = route;
    public string RequestId { get; } = requestId;
    public OperationModel? Operation { get; } = route.Service.Model.Operations.GetValueOrDefault(route.Operation);
    public ChanceFault? Fault { get; init; }
    public Caller? Caller { get; set; }
    public string? AccessKeyId { get; set; }
    public string? Region { get; set; }
    public JsonObject? Input { get; set; }
    public JsonObject? Output { get; set; }
    public ServiceError? Error { get; set; }
    public HttpResponse? Response { get; set; }

    public SandboxRequest Seen() => new(
        Route.Service.Model.Name,
        Operation?.Name ?? "",
        Caller?.Account.Id,
        Caller?.Arn,
        Operation?.IsReadOnly ?? true,
        Error?.Code);
}
