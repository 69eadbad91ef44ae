using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster.Wire;

namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>Objects of any kind through the API server of an EKS cluster.</summary>
internal sealed class ClusterObjects(KubernetesApi api) : IClusterObjects
{
    private readonly ApiResources resources = new(api);

    public Task<ObjectOutcome> FindAsync(ManifestObject manifest, CancellationToken cancellationToken)
        => AskAsync(
            manifest,
            resource => ObjectCalls.Get(resource, manifest),
            async answer => new ObjectOutcome.Found(Read(
                await answer.ReadAsync(KubernetesJson.Default.LiveObjectJson, cancellationToken))),
            cancellationToken);

    public Task<ObjectOutcome> ApplyAsync(
        ManifestObject manifest, JsonObject document, CancellationToken cancellationToken)
        => AskAsync(
            manifest,
            resource => ObjectCalls.Apply(resource, manifest, document),
            static _ => Task.FromResult<ObjectOutcome>(new ObjectOutcome.Done()),
            cancellationToken);

    public Task<ObjectOutcome> DeleteAsync(ManifestObject manifest, string uid, CancellationToken cancellationToken)
        => AskAsync(
            manifest,
            resource => ObjectCalls.Delete(resource, manifest, uid),
            static _ => Task.FromResult<ObjectOutcome>(new ObjectOutcome.Done()),
            cancellationToken);

    public void Dispose() => api.Dispose();

    private static LiveObject Read(LiveObjectJson live) => new(
        live.Metadata?.Uid ?? throw new KubernetesRequestException("an object without a uid"),
        live.Metadata.Annotations?.GetValueOrDefault(ObjectOwner.Annotation),
        live.Metadata.DeletionTimestamp is not null);

    private static string? Misplaced(ApiResource resource, ManifestObject manifest)
        => (resource.Namespaced, manifest.Namespace) switch
        {
            (true, null) => "it lives in a namespace and its manifest names none",
            (false, not null) => "it is of the whole cluster and its manifest names a namespace",
            _ => null,
        };

    private static async Task<ObjectOutcome> JudgeAsync(
        KubernetesAnswer answer, HttpMethod method, Func<KubernetesAnswer, Task<ObjectOutcome>> success)
        => answer.Fault switch
        {
            KubernetesFault.None => await success(answer),
            // Of an apply: the namespace it belongs into.
            KubernetesFault.NotFound when method == HttpMethod.Patch => new ObjectOutcome.Refused(answer.Said),
            KubernetesFault.NotFound => new ObjectOutcome.Absent(),
            // An apply is forced, so it met another write; a deletion met another object of that name.
            KubernetesFault.Conflict or KubernetesFault.AlreadyExists or KubernetesFault.Transient
                => new ObjectOutcome.Passing(answer.Said),
            KubernetesFault.Unauthorized or KubernetesFault.Forbidden => new ObjectOutcome.Denied(answer.Said),
            _ => new ObjectOutcome.Refused(answer.Said),
        };

    private async Task<ObjectOutcome> AskAsync(
        ManifestObject manifest,
        Func<ApiResource, KubernetesCall> call,
        Func<KubernetesAnswer, Task<ObjectOutcome>> success,
        CancellationToken cancellationToken)
    {
        try
        {
            var resource = await resources.FindAsync(manifest.ApiVersion, manifest.Kind, cancellationToken);
            if (resource is null)
            {
                return new ObjectOutcome.Nowhere($"the cluster knows no {manifest.Kind} of {manifest.ApiVersion}");
            }

            if (Misplaced(resource, manifest) is { } reason)
            {
                return new ObjectOutcome.Refused(reason);
            }

            var asked = call(resource);
            using var answer = await api.AskAsync(asked, cancellationToken);
            return await JudgeAsync(answer, asked.Method, success);
        }
        catch (ClusterNotFoundException e)
        {
            return new ObjectOutcome.Nowhere(e.Message);
        }
        catch (KubernetesRequestException e)
        {
            return new ObjectOutcome.Passing(e.Message);
        }
        catch (KubernetesAccessDeniedException e)
        {
            return new ObjectOutcome.Denied(e.Message);
        }
    }
}
