using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>
/// Passes requests on to an API server that knows no EKS: the token of the adapter goes, one that the server knows comes.
/// Bodies pass as they are.
/// </summary>
internal sealed class TokenSwap : IAsyncDisposable
{
    private readonly WebApplication app;

    private TokenSwap(HttpClient server, string token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(context => PassAsync(context, server, token));
    }

    public string Address => app.Urls.First();

    public static async Task<TokenSwap> StartAsync(HttpClient server, string token)
    {
        var swap = new TokenSwap(server, token);
        await swap.app.StartAsync(TestContext.Current.CancellationToken);
        return swap;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task PassAsync(HttpContext context, HttpClient server, string token)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(target, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (context.Request.ContentType is { } type)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        using var answer = await server.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
