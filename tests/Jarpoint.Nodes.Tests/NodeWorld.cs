using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Jarpoint.Nodes.Launching;
using Jarpoint.Nodes.Plan;
using Jarpoint.Nodes.Recording;
using Jarpoint.Nodes.Refreshing;
using Jarpoint.Nodes.Sweeping;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Nodes.Tests;

/// <summary>The ports in memory, a clock, and a policy to change.</summary>
internal sealed class NodeWorld
{
    public const string Cluster = "main";
    public const string Pool = "spark";

    public static readonly NodeTaint OtherTaint = new("example.com/gpu", "yes", "NoSchedule");

    public NodeWorld()
    {
        Directory = new InMemoryInstanceDirectory(Clock);
        Commands = new InMemoryCommandRunner(Clock);
    }

    // On a whole minute, as looks are.
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));

    public InMemoryInstanceDirectory Directory { get; init; }

    public InMemoryCommandRunner Commands { get; }

    public InMemoryClusterNodes Nodes { get; } = new();

    public NodePolicy Policy { get; set; } = new()
    {
        Cluster = Cluster,
        Plan = new MountPlan(new Dictionary<string, IReadOnlyList<MountSpec>>
        {
            [Pool] = [new MountSpec { Bucket = "jars", Prefix = "jars/" }],
        }),
    };

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public NodeTaint Taint => new(Policy.Taint, null, "NoSchedule");

    public DateTimeOffset Now => Clock.GetUtcNow();

    public NodeMounter Mounter => new(Directory, Commands, Policy, Clock, NullLogger<NodeMounter>.Instance);

    public MountRecorder Recorder
        => new(Nodes, Commands, Directory, Policy, Clock, NullLogger<MountRecorder>.Instance);

    public FleetSweeper Sweeper => new(Nodes, Commands, Policy, Clock, NullLogger<FleetSweeper>.Instance);

    public FleetRefresher Refresher => new(Commands, Policy, NullLogger<FleetRefresher>.Instance);

    public static InstanceId Id(int number) => InstanceId.Parse($"i-{number:x17}");

    public static string NameOf(InstanceId id) => $"node-{id}";

    /// <summary>An instance with an agent that registers after <paramref name="agentAfter"/>; never when null.</summary>
    public InstanceId Launch(int number, TimeSpan? agentAfter, string pool = Pool)
    {
        var id = Id(number);
        Directory.Run(id, Cluster, pool);
        if (agentAfter is { } after)
        {
            Commands.Agents.Register(id, Cluster, Now + after);
        }

        return id;
    }

    /// <summary>A running instance with an agent and a node in the cluster; by default tainted, registered, unknown.</summary>
    public InstanceId Join(int number, Func<ClusterNode, ClusterNode>? change = null)
    {
        var id = Launch(number, TimeSpan.Zero);
        var node = new ClusterNode
        {
            Name = NameOf(id),
            Uid = $"uid-{number}",
            Instance = id,
            Pool = Pool,
            Registered = true,
            CreatedAt = Now,
            NodeClaim = $"claim-{number}",
            Taints = [OtherTaint, Taint],
        };
        Nodes.Add(change?.Invoke(node) ?? node);
        return id;
    }

    /// <summary>A node that is mounted and takes pods.</summary>
    public InstanceId JoinReady(int number) => Join(number, node => node with
    {
        Initialized = true,
        Taints = [OtherTaint],
        Condition = new MountCondition(ConditionStatus.True, MountReasons.Mounted, "", Now, Now),
    });

    public async Task<ClusterNode> NodeAsync(InstanceId id)
        => (await Nodes.GetAsync(NameOf(id), Cancellation)).ShouldNotBeNull();

    public async Task<CommandInvocation> RunAsync(InstanceId id, string document, string action = "verify")
    {
        var sent = (await Commands.SendAsync(
            new NodeCommand(document, new Dictionary<string, string> { ["Action"] = action }, TimeSpan.FromMinutes(1)),
            new CommandTarget.Listed([id]),
            Cancellation)).ShouldBeOfType<SendOutcome.Sent>();
        return (await Commands.InvocationAsync(sent.CommandId, id, Cancellation)).ShouldNotBeNull();
    }

    /// <summary>Runs a document on a node at once and gives its event.</summary>
    public async Task<InvocationReport> ReportAsync(
        InstanceId id, int? exitCode = 0, string output = "", string? document = null, string action = "verify")
    {
        Commands.Answer = _ => new AgentAnswer(exitCode, output);
        var run = await RunAsync(id, document ?? Policy.MountDocument, action);
        return new InvocationReport(run.CommandId, id, run.Document, run.RequestedAt, run.Status);
    }

    public async Task<RecordOutcome> RecordAsync(InvocationReport report)
        => (await Recorder.RecordAsync([report], Cancellation)).Outcomes.ShouldHaveSingleItem();
}
