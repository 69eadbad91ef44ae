using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Wire;

/// <summary>XML answers of the Query protocol.</summary>
internal static class QueryXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static async Task SendAsync(HttpContext context, int status, Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            write(xml);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml;charset=UTF-8";
        context.Response.ContentLength = buffer.Length;
        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }

    public static void Text(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteElementString(name, value);
        }
    }

    public static void Number(this XmlWriter xml, string name, long value)
        => xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));

    public static void Moment(this XmlWriter xml, string name, DateTimeOffset value)
        => xml.WriteElementString(
            name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public static void Inside(this XmlWriter xml, string name, Action write)
    {
        xml.WriteStartElement(name);
        write();
        xml.WriteEndElement();
    }

    /// <summary>A list in which every member is an element <c>item</c>.</summary>
    public static void Items<T>(this XmlWriter xml, string name, IEnumerable<T> items, Action<T> write)
        => xml.Inside(name, () =>
        {
            foreach (var item in items)
            {
                xml.Inside("item", () => write(item));
            }
        });
}
