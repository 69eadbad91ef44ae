using Amazon.CDK;
using Jarpoint.Cdk.Demo;
using Jarpoint.Cdk.Ways;

namespace Jarpoint.Cdk.Tests.Synthesis;

/// <summary>Every option of the stacks, at least once each.</summary>
internal static class Options
{
    public const string Ssm = "ssm";
    public const string Pools = "pools";
    public const string UserData = "user-data";
    public const string DaemonSet = "daemon-set";
    public const string Csi = "csi";
    public const string Everything = "everything";
    public const string DemoArm64 = "demo-arm64";
    public const string DemoX86 = "demo-x86";

    public static void Build(App app, string arm64, string x86)
    {
        var demo = new DemoClusterStack(app, DemoArm64, new DemoClusterSettings { Name = "demo", Administrators = ["Admin"] });
        new DemoClusterStack(app, DemoX86, new DemoClusterSettings
        {
            Name = new string('x', DemoClusterSettings.LongestName),
            Administrators = ["Admin", "Operator"],
            Architecture = CpuArchitecture.X86,
        });

        var plain = new JarpointSettings { Cluster = "spark", LambdaFolder = arm64 };
        new JarpointStack(app, Ssm, plain);
        new JarpointStack(app, Pools, plain with
        {
            Cluster = demo.Settings.Name,
            NodeRole = demo.KarpenterNodeRole,
            SecurityGroupTag = "aws:eks:cluster-name",
            Pools = [new JarPool { Name = "spark" }, new JarPool { Name = "spark-spot", Spot = true }],
        });
        new JarpointStack(app, UserData, plain with { NodeRole = "Nodes", Pools = TeamPools });
        new JarpointStack(app, DaemonSet, plain with { NodeRole = "Nodes", DaemonSet = new DaemonSetWay() });
        new JarpointStack(app, Csi, plain with { Csi = Teams });
        new JarpointStack(app, Everything, plain with
        {
            Architecture = CpuArchitecture.X86,
            LambdaFolder = x86,
            NodeRole = "Nodes",
            Pools = [.. TeamPools, new JarPool { Name = "spark" }],
            DaemonSet = new DaemonSetWay { Mounts = [new JarMount { Prefix = "jars/" }] },
            Csi = Teams,
            Parameters = new Dictionary<string, string>
            {
                ["WriteOnce"] = "true",
                ["LogRetentionDays"] = "90",
                ["AlarmTopic"] = "arn:aws:sns:eu-central-1:123456789012:alarms",
                ["ReplaceUnready"] = "true",
            },
        });
    }

    private static CsiWay Teams => new() { Teams = [new CsiTeam("ads", "jars/ads/"), new CsiTeam("search", "jars/search/")] };

    /// <summary>Two teams, each with a bucket and nodes of its own.</summary>
    private static JarPool[] TeamPools =>
    [
        .. ((string[])["ads", "search"]).Select(team => new JarPool
        {
            Name = team,
            Way = PoolWay.UserData,
            Dedicated = true,
            Spot = team == "search",
            Mounts = [new JarMount(), new JarMount { Bucket = $"{team}-jars", Prefix = "jars/", Mountpoint = $"/mnt/jarpoint/{team}" }],
        }),
    ];
}
