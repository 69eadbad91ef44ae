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
            "s3" when IsNotificationChange(context.Request) => RefuseAsync(
                context, "changing notifications: the laptop cloud's own lead to the functions"),
            "s3" => s3.HandleAsync(context),
            "sqs" => sqs.HandleAsync(context),
            var other => RefuseAsync(context, $"the service {other}, only s3 and sqs"),
        };

    private static bool IsNotificationChange(HttpRequest request)
        => HttpMethods.IsPut(request.Method) && request.Query.ContainsKey("notification");

    // Services differ in how they write errors; a status and a sentence reach a person through any SDK.
    private static Task RefuseAsync(HttpContext context, string what)
    {
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        context.Response.ContentType = "application/json";
        var message = JsonEncodedText.Encode($"Jarpoint's laptop cloud does not emulate {what}.");
        return context.Response.WriteAsync(
            $$"""{"__type":"NotImplemented","message":"{{message}}"}""", context.RequestAborted);
    }
}
