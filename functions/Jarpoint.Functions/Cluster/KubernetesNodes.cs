using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Jarpoint.Functions.Cluster.Wire;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Cluster;

/// <summary>The nodes of an EKS cluster through its API server.</summary>
public sealed class KubernetesNodes : IClusterNodes, IDisposable
{
    // A token lives five minutes: more restarts than this mean that pages take longer than that.
    private const int MostRestarts = 5;

    private const int MostMerges = 3;

    private readonly KubernetesApi api;

    internal KubernetesNodes(KubernetesApi api) => this.api = api;

    /// <summary>
    /// A page at a time. When its continue token has expired the listing goes on behind the last page as of now; what
    /// was given out once is not given out again.
    /// </summary>
    public async IAsyncEnumerable<ClusterNode> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var restarts = 0;
        string? next = null;
        while (true)
        {
            using var answer = await api.SendAsync(KubernetesCalls.ListNodes(next), cancellationToken);
            if (answer.Fault == KubernetesFault.Expired && next is not null && restarts++ < MostRestarts)
            {
                // With the token that comes with a 410, or without one from the start.
                next = answer.Status?.Metadata?.Continue;
                continue;
            }

            var page = await ReadAsync(answer, KubernetesJson.Default.NodeListJson, cancellationToken);
            foreach (var node in (page.Items ?? []).Select(NodeReader.Of).OfType<ClusterNode>())
            {
                if (seen.Add(node.Name))
                {
                    yield return node;
                }
            }

            next = page.Metadata?.Continue;
            if (string.IsNullOrEmpty(next))
            {
                yield break;
            }
        }
    }

    /// <summary>Null also when the node is of no Karpenter pool.</summary>
    public async Task<ClusterNode?> GetAsync(string name, CancellationToken cancellationToken)
    {
        using var answer = await api.SendAsync(KubernetesCalls.GetNode(name), cancellationToken);
        return answer.Fault == KubernetesFault.NotFound
            ? null
            : NodeReader.Of(await ReadAsync(answer, KubernetesJson.Default.NodeJson, cancellationToken));
    }

    public async Task<ClusterOutcome> RemoveTaintAsync(
        ClusterNode node, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.HasTaint(key)
            ? await WriteAsync(KubernetesCalls.RemoveTaint(node, key), cancellationToken)
            : ClusterOutcome.Done;
    }

    public async Task<ClusterOutcome> SetConditionAsync(
        ClusterNode node, MountCondition condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(condition);
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await api.SendAsync(KubernetesCalls.SetCondition(node, condition), cancellationToken);
            if (answer.Fault is not (KubernetesFault.Conflict or KubernetesFault.Invalid))
            {
                return OutcomeOf(answer);
            }

            // The uid is another one, or admission objects, or others write faster than the API server merges.
            if ((await GetAsync(node.Name, cancellationToken))?.Uid != node.Uid)
            {
                return ClusterOutcome.Gone;
            }

            if (answer.Fault is KubernetesFault.Invalid || attempt == MostMerges)
            {
                throw answer.Unexpected();
            }
        }
    }

    /// <summary>The same event twice is recorded once.</summary>
    public async Task RecordAsync(NodeEvent happened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happened);
        using var answer = await api.SendAsync(KubernetesCalls.CreateEvent(happened), cancellationToken);
        if (answer.Fault is not (KubernetesFault.None or KubernetesFault.AlreadyExists))
        {
            throw answer.Unexpected();
        }
    }

    public Task<ClusterOutcome> DeleteClaimAsync(string nodeClaim, CancellationToken cancellationToken)
        => WriteAsync(KubernetesCalls.DeleteClaim(nodeClaim), cancellationToken);

    public void Dispose() => api.Dispose();

    private static async Task<T> ReadAsync<T>(
        KubernetesAnswer answer,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
        where T : class
        => answer.Fault == KubernetesFault.None
            ? await answer.ReadAsync(type, cancellationToken)
            : throw answer.Unexpected();

    private async Task<ClusterOutcome> WriteAsync(KubernetesCall call, CancellationToken cancellationToken)
    {
        using var answer = await api.SendAsync(call, cancellationToken);
        return OutcomeOf(answer);
    }

    private static ClusterOutcome OutcomeOf(KubernetesAnswer answer) => answer.Fault switch
    {
        KubernetesFault.None => ClusterOutcome.Done,
        // A failed `test` of a JSON Patch is 422 Invalid.
        KubernetesFault.Conflict or KubernetesFault.Invalid => ClusterOutcome.Conflict,
        KubernetesFault.NotFound => ClusterOutcome.Gone,
        _ => throw answer.Unexpected(),
    };
}
