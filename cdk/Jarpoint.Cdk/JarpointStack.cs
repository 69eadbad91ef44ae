using Amazon.CDK;
using Constructs;
using Jarpoint.Cdk.Application;
using Jarpoint.Cdk.Manifests;
using Jarpoint.Cdk.Ways;

namespace Jarpoint.Cdk;

/// <summary>Jarpoint for an existing cluster: the serverless application, who it is to the cluster, and the ways chosen.</summary>
internal sealed class JarpointStack : Stack
{
    public JarpointStack(Construct scope, string id, JarpointSettings settings, IStackProps? props = null)
        : base(scope, id, props)
    {
        var folder = LambdaPackage.Checked(settings.LambdaFolder, settings.Architecture);
        var application = new JarpointApplication(this, "Application", folder, Parameters(settings));
        foreach (var (name, arn) in application.ClusterRoles)
            ClusterAccess.Functions(this, $"{name}Access", settings.Cluster, arn);

        var manifests = new ManifestSet();
        manifests.Add(ManifestFolder.Load("functions"), []);
        NodeScriptAsset? script = null;
        if (settings.Pools.Any(pool => pool.Way == PoolWay.UserData))
            script = new NodeScriptAsset(this, "NodeScript");
        if (settings.NodeRole is not null)
            NodeReading.Grant(this, settings, application, script);

        new ManifestApplier(this, "Cluster", application, manifests);
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
