using Jarpoint.Nodes.Launching;
using Jarpoint.Nodes.Recording;
using Jarpoint.Nodes.Refreshing;
using Jarpoint.Nodes.Sweeping;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Nodes;

/// <summary>What the feature offers; its three ports are registered by whoever adapts them.</summary>
public static class NodeServices
{
    public static IServiceCollection AddNodes(this IServiceCollection services, NodePolicy policy)
        => services
            .AddSingleton(policy)
            .AddSingleton<NodeMounter>()
            .AddSingleton<MountRecorder>()
            .AddSingleton<FleetSweeper>()
            .AddSingleton<FleetRefresher>();
}
