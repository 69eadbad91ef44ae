using System.Text.Json;
using Jarpoint.LocalCloud.Queues.Wire;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Tells the services on one port apart by the credential scope of the signature.</summary>
internal sealed class ServiceRouter(S3Endpoint s3, SqsEndpoint sqs)
{
    public Task HandleAsync(HttpContext context)
        => AwsRequest.Read(context).Service switch
        {
            "s3" when IsNotificationChange(context.Request) => RefuseNotificationsAsync(context),
            "s3" => s3.HandleAsync(context),
            "sqs" => sqs.HandleAsync(context),
            var other => RefuseServiceAsync(context, other),
        };

    private static bool IsNotificationChange(HttpRequest request)
        => HttpMethods.IsPut(request.Method) && request.Query.ContainsKey("notification");

    // The laptop cloud's own notifications lead to the functions; others would lead nowhere.
    private static Task RefuseNotificationsAsync(HttpContext context)
        => RefuseAsync(
            context,
            "application/xml",
            "<Error><Code>NotImplemented</Code>"
            + "<Message>The notifications of the laptop cloud are fixed.</Message></Error>");

    // Most services other than S3 speak JSON.
    private static Task RefuseServiceAsync(HttpContext context, string service)
    {
        var message = JsonEncodedText.Encode(
            $"Jarpoint's laptop cloud does not emulate the service {service}, only s3 and sqs.");
        return RefuseAsync(
            context, "application/x-amz-json-1.0", $$"""{"__type":"NotImplemented","message":"{{message}}"}""");
    }

    private static Task RefuseAsync(HttpContext context, string contentType, string body)
    {
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
