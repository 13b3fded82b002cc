using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>AWS JSON 1.1: the operation in X-Amz-Target, JSON in and out (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).</summary>
internal sealed class JsonProtocol : IProtocol
{
    private const string ContentType = "application/x-amz-json-1.1";

    public string ValidationCode => "ValidationException";

    public JsonObject Read(ServiceModel model, OperationModel operation, HttpRequest request)
        => new JsonInput(model).Read(operation.InputShape is null ? null : model.Shape(operation.InputShape), request.Body);

    public HttpResponse Write(ServiceModel model, OperationModel operation, JsonObject output, string requestId)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            if (operation.OutputShape is not null)
                new JsonOutput(model, json).Structure(model.Shape(operation.OutputShape), output);
        }
        return Response(200, body.ToArray(), requestId);
    }

    public HttpResponse WriteError(ServiceModel? model, ServiceError error, string requestId)
    {
        // Modelled errors spell it Message here, the front end's own errors message.
        string member = model?.Error(error.Code)?.Members.ContainsKey("Message") == true ? "Message" : "message";
        JsonObject body = new() { ["__type"] = error.Code, [member] = error.Message };
        return Response(ErrorStatus.Of(model, error), JsonSerializer.SerializeToUtf8Bytes(body), requestId);
    }

    private static HttpResponse Response(int status, byte[] body, string requestId)
        => new(status, ContentType, body, [new("x-amzn-RequestId", requestId)]);
}
