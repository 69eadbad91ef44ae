using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Compute.Wire;
using Jarpoint.LocalCloud.Events;
using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Identity;
using Jarpoint.LocalCloud.Karpenter;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems;
using Jarpoint.LocalCloud.Systems.Wire;
using Jarpoint.LocalCloud.Wire;
using Jarpoint.NodeDocument;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Everything of the laptop cloud that has to do with instances, joined.</summary>
public sealed class NodePlane : IAsyncDisposable
{
    private readonly LocalCloudOptions options;
    private readonly ClusterPlane cluster;
    private readonly InstanceStore instances;
    private readonly InstanceStateEvents states;
    private readonly KarpenterController karpenter;
    private readonly SystemsManager systems;

    internal NodePlane(
        LocalCloudOptions options, LocalNodeOptions nodes, EventBus bus, ClusterPlane cluster, INodeMachines machines)
    {
        (this.options, this.cluster, Bus) = (options, cluster, bus);
        instances = new InstanceStore(
            options.Account,
            new InstanceStoreOptions { Boot = nodes.RunningDelay, Shutdown = TimeSpan.FromMilliseconds(200) },
            options.Time);
        systems = new SystemsManager(options.Account, Publish, SystemsOptions(), options.Time);
        systems.PutDocument(JarpointDeployment.MountDocument, CommandDocument.Mount());
        systems.PutDocument(JarpointDeployment.CareDocument, CommandDocument.Care());
        Fleet = new LocalFleet(instances, systems, cluster.Objects, machines, nodes, options.Chaos, options.Time);
        karpenter = new KarpenterController(
            instances,
            cluster.Objects,
            new KarpenterOptions
            {
                Cluster = nodes.Cluster,
                StartupTaints = [JarpointDeployment.Taint],
                Join = new DelayRange(nodes.KubeletDelay / 2, nodes.KubeletDelay),
                Registration = new DelayRange(nodes.RegistrationDelay / 2, nodes.RegistrationDelay),
                Seed = options.Chaos.Seed,
            },
            options.Time);

        // Last: who is told of an instance before the event bus is, is ready for what comes of it.
        states = new InstanceStateEvents(instances, bus);
        Ec2 = new Ec2Endpoint(
            instances, new ServiceThrottle("ec2", options.Chaos, nodes.Limits.Ec2, options.Time), options.Time);
        Ssm = new SsmEndpoint(systems);
        Sts = new StsEndpoint(options.Account);
        Eks = new EksEndpoint(options.Account, [cluster.Description]);
    }

    public LocalFleet Fleet { get; }

    /// <summary>Where the Kubernetes API answers, over TLS.</summary>
    public Uri ClusterEndpoint => cluster.Endpoint;

    /// <summary>The API's certificate authority in PEM.</summary>
    public string ClusterAuthority => cluster.Description.CertificateAuthority;

    /// <summary>For kubectl.</summary>
    public string AdminToken => cluster.AdminToken;

    /// <summary>Calls of EC2 by action.</summary>
    public CallCounter Ec2Calls => Ec2.Calls;

    /// <summary>Calls of SSM by action.</summary>
    public CallCounter SsmCalls { get; } = new();

    /// <summary>Calls of Kubernetes by verb and resource.</summary>
    public CallCounter ClusterCalls => cluster.Calls;

    internal EventBus Bus { get; }

    internal Ec2Endpoint Ec2 { get; }

    internal SsmEndpoint Ssm { get; }

    internal StsEndpoint Sts { get; }

    internal EksEndpoint Eks { get; }

    public async ValueTask DisposeAsync()
    {
        states.Dispose();
        karpenter.Dispose();
        systems.Dispose();
        await Fleet.DisposeAsync();
        instances.Dispose();
        await cluster.DisposeAsync();
    }

    private SystemsOptions SystemsOptions()
    {
        var bucket = new ServiceThrottle(
            "ssm", options.Chaos with { Throttled = 0 }, _ => options.Nodes?.Limits.Ssm, options.Time);
        return new SystemsOptions
        {
            Chaos = options.Chaos,
            Throttled = action =>
            {
                SsmCalls.Count(action);
                return bucket.Refuses(action);
            },
        };
    }

    private void Publish(SsmEvent happened)
    {
        var body = JsonNode.Parse(happened.Body)!.AsObject();
        var detail = body["detail"]!.AsObject();
        Fleet.Observe(detail);
        Bus.Publish(new CloudEvent
        {
            Source = "aws.ssm",
            DetailType = happened.DetailType,
            Resources = [.. body["resources"]!.AsArray().Select(static arn => arn!.GetValue<string>())],
            Detail = detail,
        });
    }
}
