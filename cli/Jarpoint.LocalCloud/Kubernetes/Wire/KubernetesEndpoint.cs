using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Kubernetes.Access;
using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// The Kubernetes API as far as nodes, their Events, Karpenter's NodeClaims and our manifests need it, as kube-apiserver
/// 1.32 answers.
/// Wants a port of its own: paths tell its resources, not signatures.
/// </summary>
public sealed class KubernetesEndpoint(
    KubernetesStore store, ClusterAccess access, ServiceThrottle throttle, TimeProvider time)
{
    private readonly BearerTokens tokens = new(access, time);
    private readonly ObjectActions actions = new(store, time);

    /// <summary>Calls by verb and resource, such as <c>patch nodes/status</c>; those of kubectl not.</summary>
    public CallCounter Calls { get; } = new();

    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await AnswerAsync(context);
        }
        catch (StatusException error)
        {
            if (error.Code == StatusCodes.Status429TooManyRequests)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            await KubernetesAnswer.JsonAsync(context, error.Code, error.ToStatus());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up: there is nobody to answer.
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var target = RawTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (target.Path is "/healthz" or "/readyz" or "/livez")
        {
            await context.Response.WriteAsync("ok", context.RequestAborted);
            return;
        }

        var user = tokens.Holder(context.Request.Headers.Authorization.ToString()) ?? throw Statuses.Unauthorized();
        if ((Discovery.At(target.Path) ?? OpenApi.At(target.Path)) is { } document)
        {
            await KubernetesAnswer.JsonAsync(context, StatusCodes.Status200OK, document);
            return;
        }

        var path = ApiPath.Parse(target.Path) ?? throw Statuses.NoSuchPath();
        var verb = VerbOf(context.Request, path);
        if (user.Name != BearerTokens.Administrator)
        {
            var action = $"{verb} {path.Kind.Plural}{(path.Subresource is null ? "" : "/" + path.Subresource)}";
            Calls.Count(action);
            if (throttle.Refuses(action))
            {
                throw Statuses.TooManyRequests();
            }
        }

        user.Demand(verb, path.Kind, path.Subresource, path.Name);
        if (target.Query["dryRun"] is { Length: > 0 })
        {
            throw Statuses.NotEmulated("dryRun");
        }

        await actions.RunAsync(verb, new KubernetesExchange(context, path, target.Query));
    }

    private static string VerbOf(HttpRequest request, ApiPath path)
        => (request.Method, path.Name) switch
        {
            ("GET", null) => request.Query["watch"].ToString() is "true" or "1" ? "watch" : "list",
            ("GET", _) => "get",
            ("POST", null) => "create",
            ("PATCH", not null) => "patch",
            ("DELETE", not null) when path.Subresource is null => "delete",
            ("PUT", not null) => throw Statuses.NotEmulated("PUT"),
            _ => throw Statuses.MethodNotAllowed(),
        };
}
