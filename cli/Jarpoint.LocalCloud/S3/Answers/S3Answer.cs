using System.Xml;
using Jarpoint.LocalCloud.S3.Requests;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.S3.Answers;

/// <summary>Sends answers; the one place that knows how to lose one.</summary>
internal static class S3Answer
{
    public static Task EmptyAsync(S3Exchange exchange, int status = StatusCodes.Status200OK)
    {
        if (Dropped(exchange))
            return Task.CompletedTask;

        exchange.Response.StatusCode = status;
        if (status != StatusCodes.Status204NoContent)
            exchange.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    /// <summary>A document whose root has S3's namespace.</summary>
    public static Task XmlAsync(S3Exchange exchange, string root, Action<XmlWriter> write) =>
        SendAsync(exchange, StatusCodes.Status200OK, S3Xml.Document(xml =>
        {
            xml.WriteStartElement(root, S3Xml.Namespace);
            write(xml);
            xml.WriteEndElement();
        }));

    /// <summary>A stored document, as it was put.</summary>
    public static Task RawXmlAsync(S3Exchange exchange, string document) =>
        SendAsync(exchange, StatusCodes.Status200OK, System.Text.Encoding.UTF8.GetBytes(document));

    private static Task SendAsync(S3Exchange exchange, int status, byte[] document)
    {
        if (Dropped(exchange))
            return Task.CompletedTask;

        exchange.Response.StatusCode = status;
        exchange.Response.ContentType = "application/xml";
        exchange.Response.ContentLength = document.Length;
        return exchange.Response.Body.WriteAsync(document, exchange.Cancelled).AsTask();
    }

    private static bool Dropped(S3Exchange exchange)
    {
        if (exchange.DropsAnswer)
            exchange.Http.Abort();
        return exchange.DropsAnswer;
    }
}
