using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>AWS REST-JSON: members in the query string, in headers and in a JSON body (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html).</summary>
internal sealed class RestJsonProtocol : IProtocol
{
    public string ValidationCode => "InvalidRequestException";

    public JsonObject Read(ServiceModel model, OperationModel operation, HttpRequest request)
    {
        if (operation.InputShape is null)
            return [];
        Shape shape = model.Shape(operation.InputShape);
        JsonObject input = new JsonInput(model).Read(shape, request.Body);
        QueryFields query = QueryFields.Parse(request.Query);
        foreach (Member member in shape.Members.Values.Where(static member => member.Location is not null))
        {
            string? text = member.Location == "header" ? request.Header(member.LocationName!) : query[member.LocationName!]?.Value;
            input.Remove(member.Name);
            if (text is not null)
                input[member.Name] = model.Shape(member.ShapeName).Kind == ShapeKind.Integer ? Integer(text, member) : JsonValue.Create(text);
        }
        return input;
    }

    public HttpResponse Write(ServiceModel model, OperationModel operation, JsonObject output, string requestId)
    {
        using MemoryStream body = new();
        if (operation.OutputShape is not null)
        {
            using Utf8JsonWriter json = new(body);
            new JsonOutput(model, json).Structure(model.Shape(operation.OutputShape), output);
        }
        return new HttpResponse(200, "application/json", body.ToArray(), [new("x-amzn-RequestId", requestId)]);
    }

    public HttpResponse WriteError(ServiceModel? model, ServiceError error, string requestId)
    {
        bool isOAuth = model?.Error(error.Code)?.Members.ContainsKey("error_description") == true;
        JsonObject body = isOAuth
            ? new() { ["error"] = OAuthCode(error.Code), ["error_description"] = error.Message }
            : new() { ["message"] = error.Message, ["__type"] = error.Code };
        return new HttpResponse(
            ErrorStatus.Of(model, error),
            "application/json",
            JsonSerializer.SerializeToUtf8Bytes(body),
            [new("x-amzn-RequestId", requestId), new("x-amzn-ErrorType", error.Code)]);
    }

    private static JsonValue Integer(string text, Member member)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? JsonValue.Create(number)
            : throw new ServiceError("InvalidRequestException", $"The value of {member.LocationName} is not a number.");

    // RFC 6749 §5.2 spells AuthorizationPendingException as authorization_pending.
    private static string OAuthCode(string code)
        => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.Replace("Exception", "", StringComparison.Ordinal));
}
