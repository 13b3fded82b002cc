using System.Collections;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime.Documents;

namespace CrossAccess.AwsClients.Wire;

/// <summary>Reads model values from AWS's JSON. Unknown members are ignored; absent and null ones stay null.</summary>
internal static class JsonValueReader
{
    public static void ReadMembers(JsonElement json, object structure)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in WireShape.MembersOf(structure.GetType()))
        {
            if (json.TryGetProperty(member.Name, out var value) && value.ValueKind != JsonValueKind.Null)
                member.Set(structure, Read(value, member.Type));
        }
    }

    private static object? Read(JsonElement json, Type type)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return type == typeof(Document) ? (object)default(Document) : null;
        if (type == typeof(string))
            return json.ValueKind == JsonValueKind.String ? json.GetString() : json.GetRawText();
        if (type == typeof(bool))
            return json.GetBoolean();
        if (type == typeof(int))
            return json.GetInt32();
        if (type == typeof(long))
            return json.GetInt64();
        if (type == typeof(DateTime))
            return ReadTime(json);
        if (type == typeof(Document))
            return ReadDocument(json);
        if (Constants.IsConstant(type))
            return Constants.Find(type, json.GetString()!);
        if (type.IsAssignableTo(typeof(IList)))
            return ReadList(json, type);
        if (type.IsAssignableTo(typeof(IDictionary)))
            return ReadMap(json, type);
        var structure = Activator.CreateInstance(type)!;
        ReadMembers(json, structure);
        return structure;
    }

    private static DateTime ReadTime(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number
            ? DateTime.UnixEpoch.AddTicks((long)(json.GetDecimal() * TimeSpan.TicksPerSecond))
            : DateTime.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static IList ReadList(JsonElement json, Type type)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in json.EnumerateArray())
            list.Add(Read(item, type.GenericTypeArguments[0]));
        return list;
    }

    private static IDictionary ReadMap(JsonElement json, Type type)
    {
        var map = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var entry in json.EnumerateObject())
            map[entry.Name] = Read(entry.Value, type.GenericTypeArguments[1]);
        return map;
    }

    private static Document ReadDocument(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new Document(json.GetString()),
        JsonValueKind.True => new Document(true),
        JsonValueKind.False => new Document(false),
        JsonValueKind.Number when json.TryGetInt32(out var number) => new Document(number),
        JsonValueKind.Number when json.TryGetInt64(out var number) => new Document(number),
        JsonValueKind.Number => new Document(json.GetDouble()),
        JsonValueKind.Array => new Document(json.EnumerateArray().Select(ReadDocument).ToList()),
        JsonValueKind.Object => new Document(json.EnumerateObject().ToDictionary(entry => entry.Name, entry => ReadDocument(entry.Value))),
        _ => default,
    };
}
