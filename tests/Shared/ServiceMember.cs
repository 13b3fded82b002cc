using System.Text.Json.Nodes;

namespace CrossAccess.Tests.Shared;

/// <summary>A member of a structure: its shape, and where and under what name it travels.</summary>
public sealed class ServiceMember(ServiceModel model, string name, JsonObject json)
{
    private readonly string _shape = (string)json["shape"]!;

    public string Name { get; } = name;

    public string WireName { get; } = (string?)json["locationName"] ?? name;

    /// <summary>header, querystring, or null for the body.</summary>
    public string? Location { get; } = (string?)json["location"];

    public ServiceShape Shape => model.Shape(_shape);
}
