using Jarpoint.Functions.Cluster.Wire;

namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>
/// Asks the API which kinds it serves, once for each API version. A kind that is missing is asked for again: its
/// definition may be among what is being applied.
/// </summary>
internal sealed class ApiResources(KubernetesApi api)
{
    private readonly Dictionary<(string ApiVersion, string Kind), ApiResource> known = [];

    /// <returns>Null for a kind the API does not serve.</returns>
    /// <exception cref="KubernetesAccessDeniedException">401 or 403.</exception>
    /// <exception cref="KubernetesRequestException">It may pass; retried already.</exception>
    public async Task<ApiResource?> FindAsync(string apiVersion, string kind, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((apiVersion, kind), out var resource))
        {
            return resource;
        }

        var call = new KubernetesCall(
            HttpMethod.Get, ApiResource.RootOf(apiVersion), "get", "resources of", apiVersion);
        using var answer = await api.SendAsync(call, cancellationToken);
        if (answer.Fault == KubernetesFault.NotFound)
        {
            return null;
        }

        if (answer.Fault != KubernetesFault.None)
        {
            throw answer.Unexpected();
        }

        var list = await answer.ReadAsync(KubernetesJson.Default.ApiResourceListJson, cancellationToken);
        foreach (var each in list.Resources ?? [])
        {
            // Subresources have a slash in their names.
            if (each is { Name: { Length: > 0 } name, Kind: { } served } && !name.Contains('/', StringComparison.Ordinal))
            {
                known[(apiVersion, served)] = new ApiResource(apiVersion, name, each.Namespaced);
            }
        }

        return known.GetValueOrDefault((apiVersion, kind));
    }
}
