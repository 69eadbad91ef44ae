using Amazon.CDK;
using Constructs;
using Jarpoint.Cdk.Application;
using Jarpoint.Cdk.Manifests;
using Jarpoint.Cdk.Ways;

namespace Jarpoint.Cdk;

/// <summary>Jarpoint for an existing cluster: the serverless application, who it is to the cluster, and the ways chosen.</summary>
internal sealed class JarpointStack : Stack
{
    private const string DefaultTaint = "readiness.k8s.io/jars-mounted";

    public JarpointStack(Construct scope, string id, JarpointSettings settings, IStackProps? props = null)
        : base(scope, id, props)
    {
        var folder = LambdaPackage.Checked(settings.LambdaFolder, settings.Architecture);
        var application = new JarpointApplication(this, "Application", folder, Parameters(settings));
        foreach (var (name, arn) in application.ClusterRoles)
            ClusterAccess.Functions(this, $"{name}Access", settings.Cluster, arn);

        var script = settings.Pools.Any(pool => pool.Way == PoolWay.UserData) ? new NodeScriptAsset(this, "NodeScript") : null;
        if (settings.NodeRole is not null)
            NodeReading.Grant(this, settings, application, script);
        if (settings.Csi is not null)
            new CsiDriver(this, "Csi", settings, application.Bucket);
        new ManifestApplier(this, "Cluster", application, Manifests(settings, application, script));
    }

    private static ManifestSet Manifests(
        JarpointSettings settings, JarpointApplication application, NodeScriptAsset? script)
    {
        // Its admission policy names the taint, in expressions.
        if (application.Parameters["Taint"] != DefaultTaint)
            throw new ArgumentException($"The stack knows no startup taint but {DefaultTaint}.", nameof(settings));

        var set = new ManifestSet();
        set.Add(ManifestFolder.Load("functions"), []);
        if (application.Parameters["ReplaceUnready"] == "true")
            set.Add(ManifestFolder.Load("replacement"), []);
        KarpenterPools.AddTo(set, settings, pool => script!.UserData(MountTexts.Parameter(pool.Mounts, application.Bucket)));
        settings.DaemonSet?.AddTo(set, application.Bucket);
        settings.Csi?.AddTo(set, application.Bucket);
        return set;
    }

    private static Dictionary<string, string> Parameters(JarpointSettings settings)
    {
        var parameters = new Dictionary<string, string>(settings.Parameters)
        {
            ["Cluster"] = settings.Cluster,
            ["Architecture"] = LambdaPackage.Name(settings.Architecture),
        };
        // A plan of one's own goes before that of the pools.
        parameters.TryAdd("MountPlan", MountTexts.Plan(settings.Pools, Fn.Ref(JarpointApplication.BucketId)));
        return parameters;
    }
}
