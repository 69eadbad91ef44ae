using Jarpoint.LocalCloud.Wire;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>One request for objects and its answer.</summary>
internal sealed record KubernetesExchange(HttpContext Http, ApiPath Path, QueryValues Query)
{
    public string Namespace => Path.Namespace ?? "";

    /// <summary>The client asks for a table, as kubectl get does.</summary>
    public bool WantsTable => Http.Request.Headers.Accept.ToString()
        .Contains("as=Table;v=v1;g=meta.k8s.io", StringComparison.Ordinal);

    public CancellationToken Cancelled => Http.RequestAborted;
}
