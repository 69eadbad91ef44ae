using Amazon.CDK.AWS.IAM;
using Constructs;
using Jarpoint.Cdk.Application;

namespace Jarpoint.Cdk.Ways;

/// <summary>What the role of the nodes gets: reading the jars, those of other buckets too, and fetching the node script.</summary>
/// <remarks>A bucket of somebody else must allow it as well, by its own policy.</remarks>
internal static class NodeReading
{
    public static void Grant(
        Construct scope, JarpointSettings settings, JarpointApplication application, NodeScriptAsset? script)
    {
        application.ReadJars.Roles = [settings.NodeRole!];

        var mounts = settings.Pools.SelectMany(pool => pool.Mounts).Concat(settings.DaemonSet?.Mounts ?? []);
        var statements = mounts.Where(mount => mount.Bucket is not null)
            .Select(mount => (mount.Bucket, mount.Prefix))
            .Distinct()
            .SelectMany(mount => JarReading.Of(mount.Bucket!, mount.Prefix))
            .ToList();
        if (script is not null)
            statements.Add(script.Fetching());
        if (statements.Count == 0)
            return;

        new CfnManagedPolicy(scope, "ReadMore", new CfnManagedPolicyProps
        {
            Description = "Lets nodes mount other buckets, and fetch the node script that mounts.",
            Roles = [settings.NodeRole!],
            PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = [.. statements] }),
        });
    }
}
