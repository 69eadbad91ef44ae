using System.Text.Json;
using Jarpoint.LocalCloud.Control;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Tells the services on one port apart by the credential scope of the signature.</summary>
/// <param name="services">By the name in the scope.</param>
/// <param name="control">The control API; null when there are no nodes.</param>
/// <param name="page">The catalog page for browsers; null when nobody looks.</param>
/// <param name="note">Told of every request to a service before it is served; null when nobody wants to know.</param>
internal sealed class ServiceRouter(
    IReadOnlyDictionary<string, RequestDelegate> services,
    RequestDelegate? control,
    PageServer? page = null,
    Func<HttpContext, AwsRequest, Task>? note = null)
{
    public Task HandleAsync(HttpContext context)
    {
        if (control is not null && context.Request.Path.StartsWithSegments(ControlRoutes.Root.TrimEnd('/')))
        {
            return control(context);
        }

        if (page?.Takes(context.Request) == true)
        {
            return page.HandleAsync(context);
        }

        var request = AwsRequest.Read(context);
        return note is null ? ServeAsync(context, request.Service) : NoteAndServeAsync(context, request, note);
    }

    private async Task NoteAndServeAsync(
        HttpContext context, AwsRequest request, Func<HttpContext, AwsRequest, Task> noting)
    {
        await noting(context, request);
        await ServeAsync(context, request.Service);
    }

    private Task ServeAsync(HttpContext context, string name)
    {
        if (name == "s3" && IsNotificationChange(context.Request))
        {
            return RefuseNotificationsAsync(context);
        }

        return services.TryGetValue(name, out var service) ? service(context) : RefuseServiceAsync(context, name);
    }

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
    private Task RefuseServiceAsync(HttpContext context, string service)
    {
        var message = JsonEncodedText.Encode(
            $"Jarpoint's laptop cloud does not emulate the service {service}, "
            + $"only {string.Join(", ", services.Keys.Order(StringComparer.Ordinal))}.");
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
