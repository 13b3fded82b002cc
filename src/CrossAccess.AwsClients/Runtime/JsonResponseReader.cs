using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using CrossAccess.AwsClients.Wire;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Reads answers of the JSON protocols.</summary>
internal sealed class JsonResponseReader<TResponse>(ServiceDefinition service) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new TResponse();
        using var body = ReadBody(input);
        if (body is not null)
            JsonValueReader.ReadMembers(body.RootElement, response);
        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        using var body = ReadErrorBody(input);
        var json = body?.RootElement.ValueKind == JsonValueKind.Object ? body.RootElement : default;
        var answer = new ErrorAnswer(
            CodeIn(json, input.ResponseData),
            Text(json, "message") ?? Text(json, "Message") ?? Text(json, "error_description"),
            HeaderOf(input.ResponseData, "x-amzn-RequestId") ?? Text(json, "RequestId"),
            statusCode);
        var exception = ServiceErrors.Of(service).ToException(answer, innerException);
        JsonValueReader.ReadMembers(json, exception);
        return exception;
    }

    private static JsonDocument? ReadBody(JsonUnmarshallerContext input)
    {
        using var content = new MemoryStream();
        input.Stream.CopyTo(content);
        return content.Length == 0 ? null : JsonDocument.Parse(content.ToArray());
    }

    // A proxy between us and AWS answers in HTML; its status still says what happened.
    private static JsonDocument? ReadErrorBody(JsonUnmarshallerContext input)
    {
        try
        {
            return ReadBody(input);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // "Name", "Name:url" in the header or "ns#Name" in the body: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization
    private static string? CodeIn(JsonElement json, IWebResponseData response)
    {
        var name = HeaderOf(response, "x-amzn-ErrorType") ?? Text(json, "__type") ?? Text(json, "code");
        return name is null ? OAuthCodeIn(json) : name.Split(':')[0].Split('#')[^1];
    }

    // RFC 8628 and RFC 6749 name errors in the body alone: authorization_pending is AuthorizationPendingException.
    private static string? OAuthCodeIn(JsonElement json) =>
        Text(json, "error") is { } error
            ? string.Concat(error.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Exception"
            : null;

    private static string? HeaderOf(IWebResponseData response, string name) =>
        response.IsHeaderPresent(name) && response.GetHeaderValue(name) is { Length: > 0 } value ? value : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
