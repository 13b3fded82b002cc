using System.Text.Json.Nodes;

namespace CrossAccess.Tests.Shared;

/// <summary>A trimmed AWS service model, read from the Models folder beside the tests.</summary>
public sealed class ServiceModel
{
    private static readonly Lazy<IReadOnlyList<ServiceModel>> Everything = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Models"), "*.json").Order().Select(file => new ServiceModel(file))]);

    private readonly JsonObject _shapes;
    private readonly Dictionary<string, ServiceShape> _known = [];

    private ServiceModel(string file)
    {
        Id = Path.GetFileNameWithoutExtension(file);
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var metadata = json["metadata"]!;
        Protocol = (string)metadata["protocol"]!;
        Version = (string)metadata["apiVersion"]!;
        TargetPrefix = (string?)metadata["targetPrefix"];
        XmlNamespace = (string?)metadata["xmlNamespace"];
        SigningName = (string?)metadata["signingName"] ?? (string)metadata["endpointPrefix"]!;
        _shapes = json["shapes"]!.AsObject();
        Operations = [.. json["operations"]!.AsObject().Select(entry => new ServiceOperation(this, entry.Key, entry.Value!.AsObject()))];
    }

    public static IReadOnlyList<ServiceModel> All => Everything.Value;

    /// <summary>The name of its file: sso-admin, iam, …</summary>
    public string Id { get; }

    /// <summary>json, rest-json or query.</summary>
    public string Protocol { get; }

    public string Version { get; }

    public string? TargetPrefix { get; }

    public string? XmlNamespace { get; }

    public string SigningName { get; }

    public IReadOnlyList<ServiceOperation> Operations { get; }

    public static ServiceModel Of(string id) => All.Single(model => model.Id == id);

    public ServiceOperation Operation(string name) => Operations.Single(operation => operation.Name == name);

    public ServiceShape Shape(string name)
    {
        lock (_known)
        {
            if (!_known.TryGetValue(name, out var shape))
                _known[name] = shape = new ServiceShape(this, name, _shapes[name]!.AsObject());
            return shape;
        }
    }
}
