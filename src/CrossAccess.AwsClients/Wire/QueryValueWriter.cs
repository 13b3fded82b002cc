using System.Collections;
using System.Globalization;
using Amazon.Runtime;

namespace CrossAccess.AwsClients.Wire;

/// <summary>
/// Writes model values as form parameters: <c>Tags.member.1.Key</c>
/// (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html). Members that are null are left out.
/// </summary>
internal static class QueryValueWriter
{
    public static void WriteMembers(IDictionary<string, string> form, string prefix, object structure)
    {
        foreach (var member in WireShape.MembersOf(structure.GetType()))
        {
            if (member.Get(structure) is { } value)
                Write(form, prefix + member.Name, value);
        }
    }

    private static void Write(IDictionary<string, string> form, string name, object value)
    {
        switch (value)
        {
            case string text:
                form[name] = text;
                break;
            case ConstantClass constant:
                form[name] = constant.Value;
                break;
            case bool flag:
                form[name] = flag ? "true" : "false";
                break;
            case int number:
                form[name] = number.ToString(CultureInfo.InvariantCulture);
                break;
            case DateTime time:
                form[name] = time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                break;
            case IEnumerable list:
                WriteList(form, name, list);
                break;
            default:
                WriteMembers(form, name + ".", value);
                break;
        }
    }

    private static void WriteList(IDictionary<string, string> form, string name, IEnumerable list)
    {
        var position = 0;
        foreach (var item in list)
            Write(form, $"{name}.member.{++position}", item);
        // A list that is there but empty is said by its bare name.
        if (position == 0)
            form[name] = "";
    }
}
