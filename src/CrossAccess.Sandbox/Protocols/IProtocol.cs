using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>How a service reads requests and writes answers and errors on the wire.</summary>
internal interface IProtocol
{
    /// <summary>The code under which a request that breaks the model is refused.</summary>
    string ValidationCode { get; }

    /// <exception cref="ServiceError">The request cannot be read.</exception>
    JsonObject Read(ServiceModel model, OperationModel operation, HttpRequest request);

    HttpResponse Write(ServiceModel model, OperationModel operation, JsonObject output, string requestId);

    HttpResponse WriteError(ServiceModel? model, ServiceError error, string requestId);
}
