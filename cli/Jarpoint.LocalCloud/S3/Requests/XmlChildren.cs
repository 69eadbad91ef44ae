using System.Xml.Linq;

namespace Jarpoint.LocalCloud.S3.Requests;

/// <summary>Clients send S3's XML with and without its namespace; both are read.</summary>
internal static class XmlChildren
{
    public static IEnumerable<XElement> All(this XElement parent, string name) =>
        parent.Elements().Where(child => child.Name.LocalName == name);

    public static string? Text(this XElement parent, string name) => parent.All(name).FirstOrDefault()?.Value;
}
