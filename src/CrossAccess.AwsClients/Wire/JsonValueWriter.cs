using System.Collections;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace CrossAccess.AwsClients.Wire;

/// <summary>Writes model values as AWS's JSON protocols spell them. Members that are null are left out.</summary>
internal static class JsonValueWriter
{
    public static void WriteMembers(Utf8JsonWriter json, object structure)
    {
        json.WriteStartObject();
        foreach (var member in WireShape.MembersOf(structure.GetType()).Where(member => member.Location == WireLocation.Body))
        {
            if (member.Get(structure) is not { } value || value is Document document && document.IsNull())
                continue;
            json.WritePropertyName(member.Name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case ConstantClass constant:
                json.WriteStringValue(constant.Value);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case DateTime time:
                // Times are seconds since 1970, with a fraction: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
                json.WriteNumberValue((decimal)(time.ToUniversalTime() - DateTime.UnixEpoch).TotalMilliseconds / 1000m);
                break;
            case Document document:
                WriteDocument(json, document);
                break;
            case IDictionary map:
                WriteMap(json, map);
                break;
            case IEnumerable list:
                WriteList(json, list);
                break;
            default:
                WriteMembers(json, value);
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IDictionary map)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName((string)entry.Key);
            Write(json, entry.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var item in list)
            Write(json, item);
        json.WriteEndArray();
    }

    private static void WriteDocument(Utf8JsonWriter json, Document document)
    {
        if (document.IsNull())
            json.WriteNullValue();
        else if (document.IsString())
            json.WriteStringValue(document.AsString());
        else if (document.IsBool())
            json.WriteBooleanValue(document.AsBool());
        else if (document.IsInt())
            json.WriteNumberValue(document.AsInt());
        else if (document.IsLong())
            json.WriteNumberValue(document.AsLong());
        else if (document.IsDouble())
            json.WriteNumberValue(document.AsDouble());
        else if (document.IsList())
            WriteList(json, document.AsList());
        else
            WriteMap(json, document.AsDictionary());
    }
}
