using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using CrossAccess.AwsClients.Wire;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>Reads answers of the query protocol.</summary>
internal sealed class XmlResponseReader<TResponse>(ServiceDefinition service) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private const string ResponseSuffix = "Response";

    private static readonly string ResultElement = typeof(TResponse).Name[..^ResponseSuffix.Length] + "Result";

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var root = XDocument.Load(input.Stream).Root!;
        var response = new TResponse();
        if (root.Child(ResultElement) is { } result)
            XmlValueReader.ReadMembers(result, response);
        response.ResponseMetadata = new ResponseMetadata { RequestId = root.Child("ResponseMetadata")?.Child("RequestId")?.Value };
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var root = ReadErrorBody(input);
        var error = root?.Child("Error") ?? root?.Child("Errors")?.Child("Error");
        var answer = new ErrorAnswer(
            error?.Child("Code")?.Value,
            error?.Child("Message")?.Value,
            root?.Child("RequestId")?.Value ?? root?.Child("RequestID")?.Value,
            statusCode);
        return ServiceErrors.Of(service).ToException(answer, innerException);
    }

    // A proxy between us and AWS answers in HTML; its status still says what happened.
    private static XElement? ReadErrorBody(XmlUnmarshallerContext input)
    {
        try
        {
            return XDocument.Load(input.Stream).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
