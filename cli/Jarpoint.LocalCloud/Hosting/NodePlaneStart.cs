using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Machines.Namespaces;
using Jarpoint.LocalCloud.Machines.Simulated;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Starts what has to be there before instances are.</summary>
internal static class NodePlaneStart
{
    public static async Task<NodePlane> StartAsync(
        LocalCloudOptions options, LocalNodeOptions nodes, LocalCloudHost host, CancellationToken cancellationToken)
    {
        var machines = await MachinesAsync(options, nodes, host, cancellationToken);
        var cluster = await ClusterPlane.StartAsync(nodes.Cluster, options, host.Endpoint, cancellationToken);
        return new NodePlane(options, nodes, host.Bus, cluster, machines);
    }

    private static async Task<INodeMachines> MachinesAsync(
        LocalCloudOptions options, LocalNodeOptions nodes, LocalCloudHost host, CancellationToken cancellationToken)
    {
        var support = nodes.Simulated is true
            ? new MachineSupport("nodes are simulated: asked for", null)
            : await MachineSupport.ProbeAsync(cancellationToken);
        if (support.Missing is not { } why)
        {
            var made = new MachineOptions
            {
                Endpoint = host.Endpoint,
                Region = options.Account.Region,
                Faults = host.Faults,
                Environment = nodes.MachineEnvironment,
            };
            return new NamespaceMachines(made, support.MountS3, options.Time);
        }

        return nodes.Simulated is false
            ? throw new InvalidOperationException(why)
            : new SimulatedMachines(why, host.Store.HasBucket, nodes.SimulatedMachines, options.Time);
    }
}
