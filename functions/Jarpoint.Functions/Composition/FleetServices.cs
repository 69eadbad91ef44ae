using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Commands;
using Jarpoint.Functions.Handlers.Messages;
using Jarpoint.Functions.Handlers.Nodes;
using Jarpoint.Functions.Handlers.Refresh;
using Jarpoint.Functions.Instances;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Queues;
using Jarpoint.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Composition;

/// <summary>The functions of the nodes, and what the catalog's do to nodes.</summary>
internal static class FleetServices
{
    public static IServiceCollection AddMountNodes(this IServiceCollection services, OptionsReader reader)
        => services
            .AddFleet(reader)
            .AddReturns()
            .AddSingleton<BridgedIntake>()
            .AddSingleton<LaunchMounter>()
            .AddSingleton<MountNodes>();

    public static IServiceCollection AddRecordMounts(this IServiceCollection services, OptionsReader reader)
        => services
            .AddFleet(reader)
            .AddCluster(reader)
            .AddReturns()
            .AddSingleton<BridgedIntake>()
            .AddSingleton<ResultRecorder>()
            .AddSingleton<RecordMounts>();

    public static IServiceCollection AddSweepNodes(this IServiceCollection services, OptionsReader reader)
        => services
            .AddFleet(reader)
            .AddCluster(reader)
            .AddSingleton<BridgedIntake>()
            .AddSingleton<SweepNodes>();

    /// <summary>Tells the nodes of changed jars; the catalog must be there.</summary>
    public static IServiceCollection AddFleetFollower(this IServiceCollection services, OptionsReader reader)
        => services
            .AddFleet(reader)
            .AddReturns()
            .AddSingleton(RefreshOptionsBinder.Bind(reader))
            .AddSingleton<RefreshMarks>()
            .AddSingleton<UnrefreshedLog>()
            .AddSingleton<ICatalogFollower, FleetFollower>();

    /// <summary>The logic, EC2 and SSM. Clients are made when they are first asked for.</summary>
    private static IServiceCollection AddFleet(this IServiceCollection services, OptionsReader reader)
        => services.AddNodes(NodeOptionsBinder.Bind(reader)).AddInstances().AddCommands();

    private static IServiceCollection AddReturns(this IServiceCollection services)
        => services.AddMessageDelay().AddSingleton<MessageReturns>();

    private static IServiceCollection AddCluster(this IServiceCollection services, OptionsReader reader)
        => ClusterOptionsBinder.Bind(reader) is { } options ? services.AddClusterNodes(options) : services;
}
