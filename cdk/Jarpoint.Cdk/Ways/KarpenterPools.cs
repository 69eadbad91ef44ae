using System.Text.Json.Nodes;
using Jarpoint.Cdk.Manifests;

namespace Jarpoint.Cdk.Ways;

/// <summary>The pools of <c>cdk/manifests/karpenter</c>, one NodePool and EC2NodeClass for each of the settings'.</summary>
internal static class KarpenterPools
{
    private const string Class = "EC2NodeClass";
    private const string Pool = "NodePool";
    private const string PlainClass = "spark";
    private const string PoolKey = "jarpoint/pool";

    /// <param name="set">Takes the objects.</param>
    /// <param name="settings">With at least one pool.</param>
    /// <param name="userData">Of a pool that mounts by it.</param>
    /// <exception cref="ArgumentException">There are pools, but it is not said which role their nodes have.</exception>
    public static void AddTo(ManifestSet set, JarpointSettings settings, Func<JarPool, string> userData)
    {
        if (settings.Pools.Count == 0)
            return;
        if (settings.NodeRole is null)
            throw new ArgumentException($"The pools of cluster {settings.Cluster} need a NodeRole.", nameof(settings));

        var plain = ManifestFolder.Load("karpenter");
        foreach (var pool in settings.Pools)
        {
            var plainPool = pool.Spot ? "spark-spot" : "spark-on-demand";
            set.Add(
                plain.Where(manifest => (string?)manifest["metadata"]!["name"] is { } name
                    && (name == plainPool || name == PlainClass)),
                [.. OfClass(settings, pool, userData), .. OfPool(pool, plainPool)]);
        }
    }

    private static IEnumerable<Substitution> OfClass(
        JarpointSettings settings, JarPool pool, Func<JarPool, string> userData)
    {
        yield return new(Class, PlainClass, "/metadata/name", pool.Name);
        yield return new(Class, PlainClass, "/spec/role", settings.NodeRole);
        yield return new(Class, PlainClass, "/spec/subnetSelectorTerms/0/tags", Tag(settings.SubnetTag, settings.Cluster));
        yield return new(
            Class, PlainClass, "/spec/securityGroupSelectorTerms/0/tags", Tag(settings.SecurityGroupTag, settings.Cluster));
        if (pool.Way == PoolWay.UserData)
            yield return new(Class, PlainClass, "/spec/userData", userData(pool)) { MayAdd = true };
    }

    private static IEnumerable<Substitution> OfPool(JarPool pool, string plainPool)
    {
        yield return new(Pool, plainPool, "/metadata/name", pool.Name);
        yield return new(Pool, plainPool, "/spec/template/spec/nodeClassRef/name", pool.Name);
        yield return new(Pool, plainPool, $"/spec/template/metadata/labels/{Escaped(PoolKey)}", pool.Name) { MayAdd = true };
        // Kubelet starts after the mounts there: who joins has them.
        if (pool.Way == PoolWay.UserData)
            yield return new(Pool, plainPool, "/spec/template/spec/startupTaints", null);
        if (pool.Dedicated)
            yield return new(Pool, plainPool, "/spec/template/spec/taints", OwnTaint(pool)) { MayAdd = true };
    }

    private static JsonArray OwnTaint(JarPool pool) =>
        [new JsonObject { ["key"] = PoolKey, ["value"] = pool.Name, ["effect"] = "NoSchedule" }];

    private static JsonObject Tag(string key, string value) => new() { [key] = value };

    private static string Escaped(string key) => key.Replace("/", "~1", StringComparison.Ordinal);
}
