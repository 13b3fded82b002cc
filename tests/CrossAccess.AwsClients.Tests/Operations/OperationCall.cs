using System.Text.Json.Nodes;
using Amazon.Runtime;
using CrossAccess.AwsClients.Runtime;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>Calls an operation by its name in the model, as a caller would call the method of that name.</summary>
internal static class OperationCall
{
    public static async Task<AmazonWebServiceResponse> SendAsync(ServiceClient client, ServiceOperation operation, JsonObject input)
    {
        var method = client.GetType().GetMethod(operation.Name + "Async")
            ?? throw new InvalidOperationException($"No method calls {operation}");
        var requestType = method.GetParameters()[0].ParameterType;
        var request = operation.Input is { } shape ? ObjectTree.ToObject(input, shape, requestType) : Activator.CreateInstance(requestType)!;
        var call = (Task)method.Invoke(client, [request, CancellationToken.None])!;
        await call;
        return (AmazonWebServiceResponse)((dynamic)call).Result;
    }
}
