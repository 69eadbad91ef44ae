using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.S3.Answers;

/// <summary>Error documents: code, message, what S3 adds for the code, resource and request ids.</summary>
internal static class ErrorAnswer
{
    public static async Task SendAsync(HttpContext http, string resource, S3Error error)
    {
        var response = http.Response;
        response.StatusCode = error.Status;
        foreach (var (name, value) in error.Headers)
            response.Headers[name] = value;
        if (error.Status == StatusCodes.Status304NotModified || HttpMethods.IsHead(http.Request.Method))
            return;

        var document = S3Xml.Document(xml =>
        {
            xml.WriteStartElement("Error");
            xml.Element("Code", error.Code);
            xml.Element("Message", error.Message);
            foreach (var (name, value) in error.Details)
                xml.Element(name, value);
            xml.Element("Resource", resource);
            xml.Element("RequestId", response.Headers["x-amz-request-id"].ToString());
            xml.Element("HostId", response.Headers["x-amz-id-2"].ToString());
            xml.WriteEndElement();
        });
        response.ContentType = "application/xml";
        response.ContentLength = document.Length;
        await response.Body.WriteAsync(document, http.RequestAborted);
    }
}
