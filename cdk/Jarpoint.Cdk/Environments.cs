using Amazon.CDK;
using Jarpoint.Cdk.Demo;
using Jarpoint.Cdk.Ways;

namespace Jarpoint.Cdk;

/// <summary>
/// Every deployment there is, side by side. Change the names to yours; nothing else is asked for, and nothing is read from
/// the machine that builds. No account or region is named, so that the credentials of <c>cdk deploy</c> decide.
/// </summary>
internal static class Environments
{
    /// <param name="app">Takes the stacks.</param>
    /// <param name="lambdaFolder">Where <c>functions/package</c> has put the executable.</param>
    public static void All(App app, string lambdaFolder)
    {
        Demo(app, lambdaFolder);
        Existing(app, lambdaFolder);
    }

    /// <summary>A cluster of its own, with on-demand and spot pools for Spark.</summary>
    private static void Demo(App app, string lambdaFolder)
    {
        var cluster = new DemoClusterStack(app, "jarpoint-demo-cluster", new DemoClusterSettings
        {
            Name = "jarpoint-demo",
            Administrators = ["Admin"],
        });
        new JarpointStack(app, "jarpoint-demo", new JarpointSettings
        {
            Cluster = cluster.Settings.Name,
            LambdaFolder = lambdaFolder,
            NodeRole = cluster.KarpenterNodeRole,
            // EKS makes the security group, and tags it so.
            SecurityGroupTag = "aws:eks:cluster-name",
            Pools =
            [
                new JarPool { Name = "spark" },
                new JarPool { Name = "spark-spot", Spot = true },
            ],
        });
    }

    /// <summary>An existing cluster whose owner has pools with the startup taint.</summary>
    private static void Existing(App app, string lambdaFolder) => new JarpointStack(app, "jarpoint", new JarpointSettings
    {
        Cluster = "spark",
        LambdaFolder = lambdaFolder,
        NodeRole = "KarpenterNodeRole-spark",
        Parameters = new Dictionary<string, string> { ["WriteOnce"] = "true" },
    });
}
