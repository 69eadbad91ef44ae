using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Karpenter;
using Jarpoint.LocalCloud.Kubernetes;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems;

namespace Jarpoint.LocalCloud.Fleet;

/// <summary>Gives every instance a machine and an agent, and knows how far each has come.</summary>
public sealed class LocalFleet : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FleetMember> members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NodeStatus> nodes = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> endings = [];
    private readonly InstanceStore instances;
    private readonly SystemsManager systems;
    private readonly KubernetesStore cluster;
    private readonly INodeMachines machines;
    private readonly LocalNodeOptions options;
    private readonly TimeProvider time;
    private readonly SeededDice dice;

    public LocalFleet(
        InstanceStore instances,
        SystemsManager systems,
        KubernetesStore cluster,
        INodeMachines machines,
        LocalNodeOptions options,
        ChaosOptions chaos,
        TimeProvider time)
    {
        (this.instances, this.systems, this.cluster) = (instances, systems, cluster);
        (this.machines, this.options, this.time) = (machines, options, time);
        dice = new SeededDice(chaos.Seed, "agents");
        instances.Changed += OnInstance;
        cluster.Changed += OnObject;
    }

    /// <summary>Why the machines are simulated, in a sentence; null when they are real.</summary>
    public string? Simulated => machines.Simulated;

    public CommandCounts Commands { get; } = new();

    /// <summary>Every instance that is not terminated, in the order of launches.</summary>
    public IReadOnlyList<FleetNode> Nodes
    {
        get
        {
            var byInstance = nodes.Values.ToLookup(static node => node.Instance, StringComparer.Ordinal);
            return
            [
                .. instances.All
                    .Where(static instance => instance.State is not InstanceState.Terminated)
                    .Select(instance => View(instance, byInstance[instance.Id].FirstOrDefault())),
            ];
        }
    }

    /// <summary>Launches instances as Karpenter does for a node pool. Returns their ids.</summary>
    public IReadOnlyList<string> Launch(int count, string pool)
    {
        var launch = new InstanceLaunch
        {
            Tags = new Dictionary<string, string>
            {
                [$"kubernetes.io/cluster/{options.Cluster}"] = "owned",
                [KarpenterNames.Pool] = pool,
                [KarpenterNames.ClusterTag] = options.Cluster,
                ["karpenter.k8s.aws/ec2nodeclass"] = "default",
            },
        };
        return [.. instances.Launch(launch, count).Select(static one => one.Id)];
    }

    public void Terminate(string instance) => instances.Terminate(instance);

    /// <exception cref="InvalidOperationException">There is nothing to break.</exception>
    public Task BreakAsync(string instance, Breakage how, CancellationToken cancellationToken)
        => MachineOf(instance).BreakAsync(how, cancellationToken);

    /// <summary>Runs a shell script on an instance's machine.</summary>
    public Task<ScriptRun> RunAsync(string instance, string script, CancellationToken cancellationToken)
        => MachineOf(instance).RunAsync(
            new NodeScript(script, new Dictionary<string, string>(), TimeSpan.FromMinutes(5)), cancellationToken);

    /// <summary>Stops every machine.</summary>
    public async ValueTask DisposeAsync()
    {
        instances.Changed -= OnInstance;
        cluster.Changed -= OnObject;
        await Task.WhenAll(members.Values.Select(static member => member.DisposeAsync().AsTask()).Concat(endings));
    }

    /// <summary>Takes note of an event of SSM.</summary>
    internal void Observe(JsonObject detail)
    {
        Commands.Observe(detail);
        if (detail["instance-id"]?.GetValue<string>() is not { } instance
            || !members.TryGetValue(instance, out var member)
            || detail["document-name"]?.GetValue<string>() != JarpointDeployment.MountDocument)
        {
            return;
        }

        switch (detail["status"]?.GetValue<string>())
        {
            case "InProgress":
                member.Reached(static (phases, now) => phases with { Commanded = phases.Commanded ?? now });
                break;
            case "Success":
                member.Reached(static (phases, now) => phases with { Mounted = phases.Mounted ?? now });
                break;
        }
    }

    private INodeMachine MachineOf(string instance)
        => members.GetValueOrDefault(instance)?.Machine
            ?? throw new InvalidOperationException($"instance {instance} has no machine that runs");

    private FleetNode View(Instance instance, NodeStatus? node)
    {
        var member = members.GetValueOrDefault(instance.Id);
        return new FleetNode
        {
            Instance = instance.Id,
            Node = node?.Name,
            Pool = instance.Tags.GetValueOrDefault(KarpenterNames.Pool, string.Empty),
            State = instance.State switch
            {
                InstanceState.Pending => "pending",
                InstanceState.Running => "running",
                _ => "shutting-down",
            },
            Registered = node?.Registered ?? false,
            Tainted = node?.Tainted ?? true,
            Mounted = node?.Mounted ?? "Unknown",
            Reason = node?.Reason,
            Message = node?.Message,
            Mounts = member?.Machine?.Mounts() ?? [],
            Phases = member?.Phases ?? new FleetPhases(instance.LaunchedAt),
        };
    }

    private void OnInstance(object? sender, InstanceChangedEventArgs change)
    {
        var instance = change.After;
        var member = members.GetOrAdd(instance.Id, _ => new FleetMember(instance, time));
        if (change.Entered(InstanceState.Running))
        {
            member.Reached(static (phases, now) => phases with { Running = now });
            var (least, most) = options.AgentDelay;
            member.Boot(
                machines, systems, least + dice.Span(most - least), () => instances.Find(instance.Id) ?? instance);
        }
        else if (change.Entered(InstanceState.ShuttingDown))
        {
            systems.Deregister(instance.Id);
            endings.Add(member.DisposeAsync().AsTask());
        }
        else if (systems.IsRegistered(instance.Id))
        {
            systems.Tag(instance.Id, instance.Tags);
        }
    }

    private void OnObject(object? sender, ObjectChangedEventArgs change)
    {
        if (change.Kind != ResourceKind.Nodes)
        {
            return;
        }

        if (cluster.Find(ResourceKind.Nodes, change.Name) is not { } node)
        {
            nodes.TryRemove(change.Name, out _);
            return;
        }

        var status = NodeStatus.Of(node, JarpointDeployment.Taint);
        nodes[node.Name] = status;
        if (!members.TryGetValue(status.Instance, out var member))
        {
            return;
        }

        if (status.Registered)
        {
            member.Reached(static (phases, now) => phases with { Registered = phases.Registered ?? now });
        }

        if (status.Ready)
        {
            member.Reached(static (phases, now) => phases with { Ready = phases.Ready ?? now });
        }
    }
}
