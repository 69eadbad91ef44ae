using System.Xml;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Identity;

/// <summary>
/// STS over HTTP: GetCallerIdentity, signed by header or presigned. The signature itself is not verified.
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
/// </summary>
public sealed class StsEndpoint(LocalAccount account)
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        try
        {
            var caller = AwsRequest.Read(context).AccessKeyId
                ?? throw new QueryException(
                    "MissingAuthenticationToken", "Request is missing Authentication Token", 403);
            var action = (await QueryRequest.ReadAsync(context))["Action"];
            if (action != "GetCallerIdentity")
            {
                throw new QueryException(
                    "InvalidAction", $"Jarpoint's laptop cloud does not emulate the action '{action}' of STS.", 501);
            }

            await SendAsync(context, StatusCodes.Status200OK, "GetCallerIdentityResponse", xml =>
            {
                xml.Inside("GetCallerIdentityResult", () =>
                {
                    xml.Text("Arn", LocalCaller.Arn(account, caller));
                    xml.Text("UserId", caller);
                    xml.Text("Account", account.Id);
                });
                xml.Inside("ResponseMetadata", () => xml.Text("RequestId", requestId));
            });
        }
        catch (QueryException error)
        {
            await SendAsync(context, error.Status, "ErrorResponse", xml =>
            {
                xml.Inside("Error", () =>
                {
                    xml.Text("Type", "Sender");
                    xml.Text("Code", error.Code);
                    xml.Text("Message", error.Message);
                });
                xml.Text("RequestId", requestId);
            });
        }
    }

    private static Task SendAsync(HttpContext context, int status, string root, Action<XmlWriter> write)
        => QueryXml.SendAsync(context, status, xml =>
        {
            xml.WriteStartElement(root, Namespace);
            write(xml);
            xml.WriteEndElement();
        });
}
