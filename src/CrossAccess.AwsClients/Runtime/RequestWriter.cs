using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using CrossAccess.AwsClients.Wire;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Makes the HTTP request of an operation from its request object, in the service's protocol.</summary>
internal sealed class RequestWriter(ServiceDefinition service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private const string RequestSuffix = "Request";

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var http = new DefaultRequest(input, service.Namespace) { HttpMethod = "POST", ResourcePath = "/" };
        switch (service.Protocol)
        {
            case WireProtocol.Json:
                WriteJson(http, input);
                break;
            case WireProtocol.RestJson:
                WriteRest(http, input);
                break;
            default:
                WriteForm(http, input);
                break;
        }

        return http;
    }

    private static string OperationOf(AmazonWebServiceRequest input) => input.GetType().Name[..^RequestSuffix.Length];

    private void WriteJson(DefaultRequest http, AmazonWebServiceRequest input)
    {
        http.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{OperationOf(input)}";
        http.Headers["Content-Type"] = "application/x-amz-json-1.1";
        http.Content = JsonOf(input);
    }

    private void WriteForm(DefaultRequest http, AmazonWebServiceRequest input)
    {
        http.Parameters["Action"] = OperationOf(input);
        http.Parameters["Version"] = service.Version;
        QueryValueWriter.WriteMembers(http.Parameters, "", input);
    }

    private static void WriteRest(DefaultRequest http, AmazonWebServiceRequest input)
    {
        var operation = input.GetType().GetCustomAttribute<RestOperationAttribute>()!;
        var members = WireShape.MembersOf(input.GetType());
        http.HttpMethod = operation.Method;
        http.ResourcePath = operation.Path;
        http.UseQueryString = members.Any(member => member.Location == WireLocation.Query);
        foreach (var member in members)
        {
            if (member.Location != WireLocation.Body && member.Get(input) is { } value)
                Place(http, member, Convert.ToString(value, CultureInfo.InvariantCulture)!);
        }

        if (members.All(member => member.Location != WireLocation.Body))
            return;
        http.Headers["Content-Type"] = "application/json";
        http.Content = JsonOf(input);
    }

    private static void Place(DefaultRequest http, WireMember member, string value)
    {
        if (member.Location == WireLocation.Query)
            http.Parameters[member.Name] = value;
        else
            http.Headers[member.Name] = value;
    }

    private static byte[] JsonOf(AmazonWebServiceRequest input)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content))
            JsonValueWriter.WriteMembers(json, input);
        return content.ToArray();
    }
}
