using System.Xml.Linq;

namespace CrossAccess.Sandbox.Tests.Clients;

internal static class XmlAnswer
{
    /// <summary>The text of the first element of that name, whatever its namespace.</summary>
    public static string Text(this XElement answer, string name) => answer.Descendants().First(e => e.Name.LocalName == name).Value;
}
