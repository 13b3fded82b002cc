using System.Text.Json.Nodes;

namespace CrossAccess.Tests.Shared;

/// <summary>An operation of a service model.</summary>
public sealed class ServiceOperation(ServiceModel model, string name, JsonObject json)
{
    private readonly string? _input = (string?)json["input"]?["shape"];
    private readonly string? _output = (string?)json["output"]?["shape"];
    private readonly IReadOnlyList<string> _errors =
        json["errors"] is JsonArray errors ? [.. errors.Select(error => (string)error!["shape"]!)] : [];

    public ServiceModel Model { get; } = model;

    public string Name { get; } = name;

    public string Method { get; } = (string)json["http"]!["method"]!;

    public string Path { get; } = (string)json["http"]!["requestUri"]!;

    public bool IsSigned { get; } = (string?)json["authtype"] != "none";

    public ServiceShape? Input => _input is null ? null : Model.Shape(_input);

    public ServiceShape? Output => _output is null ? null : Model.Shape(_output);

    public string? ResultWrapper { get; } = (string?)json["output"]?["resultWrapper"];

    public IEnumerable<ServiceShape> Errors => _errors.Select(Model.Shape);

    public override string ToString() => $"{Model.Id}.{Name}";
}
