using System.Collections;
using System.Globalization;
using System.Xml.Linq;

namespace CrossAccess.AwsClients.Wire;

/// <summary>Reads model values from the XML of the query protocol: <c>member</c> for list items, <c>entry</c> for map entries.</summary>
internal static class XmlValueReader
{
    public static void ReadMembers(XElement xml, object structure)
    {
        foreach (var member in WireShape.MembersOf(structure.GetType()))
        {
            if (xml.Child(member.Name) is { } value)
                member.Set(structure, Read(value, member.Type));
        }
    }

    /// <summary>The first child of that name, in whatever namespace the service answers with.</summary>
    public static XElement? Child(this XElement xml, string name) =>
        xml.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static object Read(XElement xml, Type type)
    {
        if (type == typeof(string))
            return xml.Value;
        if (type == typeof(bool))
            return bool.Parse(xml.Value);
        if (type == typeof(int))
            return int.Parse(xml.Value, CultureInfo.InvariantCulture);
        if (type == typeof(DateTime))
            return DateTime.Parse(xml.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        if (Constants.IsConstant(type))
            return Constants.Find(type, xml.Value);
        if (type.IsAssignableTo(typeof(IList)))
            return ReadList(xml, type);
        if (type.IsAssignableTo(typeof(IDictionary)))
            return ReadMap(xml, type);
        var structure = Activator.CreateInstance(type)!;
        ReadMembers(xml, structure);
        return structure;
    }

    private static IList ReadList(XElement xml, Type type)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in xml.Elements())
            list.Add(Read(item, type.GenericTypeArguments[0]));
        return list;
    }

    private static IDictionary ReadMap(XElement xml, Type type)
    {
        var map = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var entry in xml.Elements())
        {
            if (entry.Child("key") is { } key && entry.Child("value") is { } value)
                map[key.Value] = Read(value, type.GenericTypeArguments[1]);
        }

        return map;
    }
}
