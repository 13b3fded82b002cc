using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Protocols;

namespace CrossAccess.Sandbox.Services;

/// <summary>A service: its model, its protocol, the prefix of its actions in policies, and its operations.</summary>
internal sealed class Service
{
    public Service(string modelName, string actionPrefix, IEnumerable<Operation> operations)
    {
        Model = ServiceModel.Load(modelName);
        ActionPrefix = actionPrefix;
        Protocol = Model.Protocol switch
        {
            "query" => new QueryProtocol(),
            "json" => new JsonProtocol(),
            _ => new RestJsonProtocol(),
        };
        Operations = operations.ToDictionary(static operation => operation.Name);
        Validator = new RequestValidator(Model);
    }

    public ServiceModel Model { get; }
    public string ActionPrefix { get; }
    public IProtocol Protocol { get; }
    public RequestValidator Validator { get; }
    public IReadOnlyDictionary<string, Operation> Operations { get; }

    /// <summary>What runs before the authorization of every signed call, such as a check of the account that may call at all.</summary>
    public Action<Call>? Precondition { get; init; }
}
