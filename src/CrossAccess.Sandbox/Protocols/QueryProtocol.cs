using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>The AWS Query protocol: form fields in, XML out (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).</summary>
internal sealed class QueryProtocol : IProtocol
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) };

    public string ValidationCode => "ValidationError";

    public static QueryFields Fields(HttpRequest request)
        => QueryFields.Parse(request.Method == "GET" ? request.Query : Encoding.UTF8.GetString(request.Body));

    public JsonObject Read(ServiceModel model, OperationModel operation, HttpRequest request)
        => operation.InputShape is null ? [] : new QueryInput(model).Structure(model.Shape(operation.InputShape), Fields(request));

    public HttpResponse Write(ServiceModel model, OperationModel operation, JsonObject output, string requestId)
        => Render(200, xml =>
        {
            xml.WriteStartElement(operation.Name + "Response", model.XmlNamespace);
            if (operation.ResultWrapper is not null)
            {
                xml.WriteStartElement(operation.ResultWrapper);
                new QueryOutput(model, xml).Structure(model.Shape(operation.OutputShape!), output);
                xml.WriteEndElement();
            }
            xml.WriteStartElement("ResponseMetadata");
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }, requestId);

    public HttpResponse WriteError(ServiceModel? model, ServiceError error, string requestId)
    {
        int status = ErrorStatus.Of(model, error);
        return Render(status, xml =>
        {
            xml.WriteStartElement("ErrorResponse", model?.XmlNamespace);
            xml.WriteStartElement("Error");
            xml.WriteElementString("Type", status >= 500 ? "Receiver" : "Sender");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteEndElement();
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
        }, requestId);
    }

    private static HttpResponse Render(int status, Action<XmlWriter> write, string requestId)
    {
        using MemoryStream body = new();
        using (XmlWriter xml = XmlWriter.Create(body, Settings))
            write(xml);
        return new HttpResponse(status, "text/xml", body.ToArray(), [new("x-amzn-RequestId", requestId)]);
    }
}
