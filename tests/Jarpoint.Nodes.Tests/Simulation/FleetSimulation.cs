using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Jarpoint.Nodes.Launching;
using Jarpoint.Nodes.Plan;
using Jarpoint.Nodes.Recording;
using Jarpoint.Nodes.Sweeping;
using Jarpoint.Nodes.Throttling;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jarpoint.Nodes.Simulation;

/// <summary>
/// A cluster whose nodes are launched in a burst, in simulated time: EC2, SSM agents that come late, Karpenter that
/// registers late and merges the startup taint back, queues, and the real logic between them.
/// </summary>
internal sealed class FleetSimulation
{
    private const string Cluster = "simulated";
    private const string Pool = "spark";

    private static readonly NodeTaint Foreign = new("example.com/gpu", "yes", "NoSchedule");

    private readonly SimulationOptions options;
    private readonly Random random;
    private readonly SimulatedClock clock = new();
    private readonly Agenda agenda;
    private readonly SimulatedQueue<InstanceId> launches;
    private readonly SimulatedQueue<InvocationReport> results;
    private readonly NodeMounter mounter;
    private readonly MountRecorder recorder;
    private readonly FleetSweeper sweeper;
    private readonly Dictionary<InstanceId, SimulatedNode> byId;
    private readonly HashSet<InstanceId> failedOnce = [];

    public FleetSimulation(SimulationOptions options, NodePolicy? policy = null)
    {
        this.options = options;
        random = new Random(options.Seed);
        agenda = new Agenda(clock);
        Nodes = [.. Enumerable.Range(1, options.Nodes).Select(static number => new SimulatedNode(number))];
        byId = Nodes.ToDictionary(static node => node.Id);
        Policy = policy ?? DefaultPolicy();
        Directory = new InMemoryInstanceDirectory(clock)
        {
            VisibleAfter = TimeSpan.FromSeconds(1),
            Throttle = options.EC2Throttle?.Invoke(clock),
        };
        Commands = new InMemoryCommandRunner(clock)
        {
            Answer = Run,
            Duration = _ => Seconds(2, 12),
            AfterSend = _ => MayCrash(),
            ReadLag = TimeSpan.FromMilliseconds(500),
            SendThrottle = options.SendThrottle?.Invoke(clock),
            ReadThrottle = options.ReadThrottle?.Invoke(clock),
        };
        Kubernetes.BeforeWrite = _ => MayCrash();
        var watched = new WatchedNodes(Kubernetes, Untainted);
        mounter = new NodeMounter(Directory, Commands, Policy, clock, NullLogger<NodeMounter>.Instance);
        recorder = new MountRecorder(watched, Commands, Directory, Policy, clock, NullLogger<MountRecorder>.Instance);
        sweeper = new FleetSweeper(watched, Commands, Policy, clock, NullLogger<FleetSweeper>.Instance);
        launches = new SimulatedQueue<InstanceId>(agenda, MountAsync);
        results = new SimulatedQueue<InvocationReport>(agenda, RecordAsync);
    }

    public IReadOnlyList<SimulatedNode> Nodes { get; }

    public NodePolicy Policy { get; }

    public InMemoryInstanceDirectory Directory { get; }

    public InMemoryCommandRunner Commands { get; }

    public InMemoryClusterNodes Kubernetes { get; } = new();

    /// <summary>What never may be, as it happened.</summary>
    public List<string> Violations { get; } = [];

    public int Crashes { get; private set; }

    /// <summary>Of the two functions behind queues.</summary>
    public int Invocations => launches.Invocations + results.Invocations;

    /// <summary>Messages they got.</summary>
    public int Deliveries => launches.Deliveries + results.Deliveries;

    public TimeSpan Elapsed => clock.GetUtcNow() - Nodes.Min(static node => node.LaunchedAt);

    public static NodePolicy DefaultPolicy() => new()
    {
        Cluster = Cluster,
        Plan = new MountPlan(new Dictionary<string, IReadOnlyList<MountSpec>>
        {
            [Pool] = [new MountSpec { Bucket = "jars", Prefix = "jars/" }],
        }),
        // One thing after the other: the same seed is the same run.
        Concurrency = 1,
    };

    /// <summary>Launches everything and runs until all live nodes are ready, or for this long.</summary>
    public async Task RunAsync(TimeSpan longest)
    {
        var start = clock.GetUtcNow();
        foreach (var node in Nodes)
        {
            agenda.In(random.NextDouble() * options.LaunchSpread, () => Launch(node));
        }

        agenda.Every(TimeSpan.FromSeconds(1), PumpAsync);
        agenda.In(TimeSpan.FromSeconds(40), () => agenda.Every(options.SweepEvery, SweepAsync));
        await agenda.RunUntilAsync(
            start + longest,
            () => Nodes.All(static node => node.Terminated || node.ReadyAt is not null));
    }

    private void Launch(SimulatedNode node)
    {
        node.LaunchedAt = agenda.Now;
        Directory.Run(node.Id, Cluster, Pool);
        if (!Chance(options.DeadAgents))
        {
            Commands.Agents.Register(node.Id, Cluster, agenda.Now + AgentDelay());
        }

        Deliver(TimeSpan.FromSeconds(6), delay => launches.Put(node.Id, delay));
        var join = Seconds(35, 60);
        agenda.In(join, () => Join(node));
        agenda.In(join + Seconds(2, 12), () => Register(node));
        if (Chance(options.Terminated))
        {
            agenda.In(Seconds(10, 200), () => Terminate(node));
        }
    }

    private void Join(SimulatedNode node)
    {
        if (!node.Terminated)
        {
            Kubernetes.Add(new ClusterNode
            {
                Name = node.Name,
                Uid = $"uid-{node.Name}",
                Instance = node.Id,
                Pool = Pool,
                CreatedAt = agenda.Now,
                NodeClaim = $"claim-{node.Name}",
                Taints = [Foreign, new NodeTaint(Policy.Taint, null, "NoSchedule")],
            });
        }
    }

    /// <summary>As Karpenter does: the startup taints are merged back, then the label says so.</summary>
    private void Register(SimulatedNode node) => Kubernetes.Change(node.Name, seen => seen with
    {
        Registered = true,
        Taints = [Foreign, new NodeTaint(Policy.Taint, null, "NoSchedule")],
    });

    private void Terminate(SimulatedNode node)
    {
        node.Terminated = true;
        Directory.Terminate(node.Id);
        Commands.Agents.Remove(node.Id);
        Kubernetes.Remove(node.Name);
    }

    private AgentAnswer Run(AgentRun run)
    {
        var node = byId[run.Instance];
        if (run.Command.Document == Policy.CareDocument)
        {
            return new AgentAnswer(node.Mounted ? 0 : NodeScriptExit.NothingMounted);
        }

        if (Chance(options.Failing) && failedOnce.Add(run.Instance))
        {
            return new AgentAnswer(9, """{"mount":"/mnt/jarpoint/s3","state":"absent","code":9,"detail":"S3 says 503."}""");
        }

        node.Mounted = true;
        return new AgentAnswer(0);
    }

    private Task PumpAsync()
    {
        // The event rule passes on no healthy answer to a care command.
        foreach (var report in Commands.TakeReports()
            .Where(report => report.Document != Policy.CareDocument || report.Status is not InvocationStatus.Success))
        {
            Deliver(TimeSpan.FromSeconds(1), delay => results.Put(report, delay));
        }

        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<(InstanceId, TimeSpan)>> MountAsync(IReadOnlyList<InstanceId> batch)
    {
        var outcomes = await GuardedAsync(() => mounter.MountAsync(batch, CancellationToken.None));
        foreach (var (id, _) in outcomes.Where(static outcome => outcome.Value is LaunchOutcome.Sent))
        {
            byId[id].LaunchEvents++;
        }

        return [.. outcomes.Where(static outcome => outcome.Value is LaunchOutcome.NotYet)
            .Select(static outcome => (outcome.Key, ((LaunchOutcome.NotYet)outcome.Value).RetryIn))];
    }

    private async Task<IReadOnlyList<(InvocationReport, TimeSpan)>> RecordAsync(IReadOnlyList<InvocationReport> batch)
    {
        var report = await GuardedAsync(() => recorder.RecordAsync(batch, CancellationToken.None));
        return [.. report.Outcomes.Select((outcome, i) => (outcome, batch[i]))
            .Where(static pair => pair.outcome is RecordOutcome.NotYet)
            .Select(static pair => (pair.Item2, ((RecordOutcome.NotYet)pair.outcome).RetryIn))];
    }

    private async Task SweepAsync()
    {
        try
        {
            await GuardedAsync(() => sweeper.SweepAsync(CancellationToken.None));
        }
        catch (SimulatedFaultException)
        {
            // The next sweep comes by itself.
        }
    }

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> function)
    {
        try
        {
            return await function();
        }
        catch (ThrottledException)
        {
            throw new SimulatedFaultException();
        }
    }

    private void Untainted(ClusterNode before, ClusterNode after)
    {
        var node = byId[before.Instance!];
        node.ReadyAt ??= clock.GetUtcNow();
        Forbid(!before.Registered, $"{node.Name} lost its taint before Karpenter registered it.");
        Forbid(before.Condition?.Status is not ConditionStatus.True, $"{node.Name} lost its taint while not known to be mounted.");
        Forbid(!node.Mounted, $"{node.Name} lost its taint and is not mounted.");
        Forbid(!after.HasTaint(Foreign.Key), $"{node.Name} lost a taint of somebody else.");
    }

    private void Forbid(bool happened, string what)
    {
        if (happened)
        {
            Violations.Add(what);
        }
    }

    private void Deliver(TimeSpan usual, Action<TimeSpan> put)
    {
        if (!Chance(options.Lost))
        {
            put(usual + (random.NextDouble() * options.Jitter));
            if (Chance(options.Duplicated))
            {
                put(usual + (random.NextDouble() * 5 * options.Jitter));
            }
        }
    }

    private void MayCrash()
    {
        if (Chance(options.Crashes))
        {
            Crashes++;
            throw new SimulatedFaultException();
        }
    }

    private bool Chance(double rate) => rate > 0 && random.NextDouble() < rate;

    private TimeSpan Seconds(double least, double most)
        => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));

    /// <summary>Log-normal: half within 25 s of the launch, one in a hundred later than 90 s.</summary>
    private TimeSpan AgentDelay()
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TimeSpan.FromSeconds(Math.Max(12, 25 * Math.Exp(0.55 * normal)));
    }
}
