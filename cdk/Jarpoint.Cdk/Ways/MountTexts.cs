using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.Nodes.Plan;

namespace Jarpoint.Cdk.Ways;

/// <summary>Mounts as the functions and the node script read them, checked by the code that reads them.</summary>
/// <remarks>
/// CloudFormation names the bucket of the stack, so that a check sees a stand-in for it. What takes its place is a bucket's
/// name, and no rule is about anything but that.
/// </remarks>
internal static class MountTexts
{
    // Of a form that no one may give a bucket of his own: S3 reserves names that end so.
    private const string StandIn = "bucket-of-the-stack--ol-s3";

    /// <summary>JARPOINT_MOUNTS.</summary>
    /// <exception cref="InvalidMountPlanException">A mount no node script would take.</exception>
    public static string Parameter(IReadOnlyList<JarMount> mounts, string bucket) =>
        MountsParameter.Format([.. mounts.Select(mount => mount.ToSpec(StandIn))])
            .Replace(StandIn, bucket, StringComparison.Ordinal);

    /// <summary>JARPOINT_MOUNT_PLAN; empty where the functions' default says the same.</summary>
    /// <exception cref="InvalidMountPlanException">A plan that the functions would refuse.</exception>
    public static string Plan(IReadOnlyList<JarPool> pools, string bucket)
    {
        if (pools.All(pool => pool.MountsTheDefault))
            return string.Empty;

        var plan = new JsonObject
        {
            ["pools"] = new JsonObject(pools
                .Select(pool => (pool.Name, pool.Mounts))
                .Append((Name: MountPlan.EveryOtherPool, Mounts: [new JarMount()]))
                .Select(pool => KeyValuePair.Create(pool.Name, (JsonNode?)Mounts(pool.Mounts)))),
        }.ToJsonString(new JsonSerializerOptions());
        MountPlanJson.Parse(plan);
        return plan.Replace(StandIn, bucket, StringComparison.Ordinal);
    }

    private static JsonArray Mounts(IReadOnlyList<JarMount> mounts) => [.. mounts.Select(mount => mount.ToSpec(StandIn)).Select(Mount)];

    private static JsonObject Mount(MountSpec mount)
    {
        var json = new JsonObject { ["bucket"] = mount.Bucket };
        if (mount.Prefix.Length > 0)
            json["prefix"] = mount.Prefix;
        json["mountpoint"] = mount.Mountpoint;
        if (mount.Settings.Count > 0)
            json["settings"] = new JsonObject(mount.Settings.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
        return json;
    }
}
