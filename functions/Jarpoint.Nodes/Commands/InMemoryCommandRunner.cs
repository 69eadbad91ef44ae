using System.Globalization;
using System.Runtime.CompilerServices;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Recording;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Commands;

/// <summary>
/// SSM Run Command in memory. Nothing runs by itself: whatever should have ended by the clock has, as soon as anybody
/// asks. Thread-safe.
/// </summary>
public sealed class InMemoryCommandRunner(TimeProvider clock) : ICommandRunner
{
    /// <summary>Values of a filter and rows of a page of DescribeInstanceInformation and ListCommandInvocations.</summary>
    private const int FilterSize = 100;
    private const int PageSize = 50;

    /// <summary>Rows of a page of DescribeInstanceProperties, which bursts are read from.</summary>
    private const int CensusSize = 1000;

    private readonly Lock gate = new();
    private readonly List<InMemoryCommand> commands = [];
    private readonly PriorityQueue<AgentRun, (DateTimeOffset End, int Order)> underway = new();
    private readonly Dictionary<string, int> reads = [];
    private readonly List<InvocationReport> reports = [];
    private readonly Dictionary<InstanceId, int> mountCommands = [];
    private readonly Dictionary<string, InMemoryCommand> byId = [];
    private int order;

    public InMemoryAgents Agents { get; } = new(clock);

    /// <summary>How the script ends; asked when it does.</summary>
    public Func<AgentRun, AgentAnswer> Answer { get; set; } = static _ => new AgentAnswer(0);

    /// <summary>How long the script takes.</summary>
    public Func<AgentRun, TimeSpan> Duration { get; set; } = static _ => TimeSpan.Zero;

    /// <summary>Asked for every command sent: throws for a command that went out although its answer never came.</summary>
    public Action<NodeCommand>? AfterSend { get; set; }

    /// <summary>Time until what was sent can be read.</summary>
    public TimeSpan ReadLag { get; set; }

    public TokenBucket? SendThrottle { get; set; }

    public TokenBucket? ReadThrottle { get; set; }

    /// <summary>SendCommand calls so far, refused ones included.</summary>
    public int SendCalls { get; private set; }

    /// <summary>Other calls so far.</summary>
    public int ReadCalls => reads.Values.Sum();

    /// <summary>The same by method.</summary>
    public IReadOnlyDictionary<string, int> Reads => reads;

    /// <summary>Commands that went to this very instance, not to the fleet.</summary>
    public int CommandsTo(InstanceId id)
    {
        lock (gate)
        {
            return mountCommands.GetValueOrDefault(id);
        }
    }

    /// <summary>Events of commands that ended since the last time.</summary>
    public IReadOnlyList<InvocationReport> TakeReports()
    {
        lock (gate)
        {
            Settle();
            InvocationReport[] taken = [.. reports];
            reports.Clear();
            return taken;
        }
    }

    public Task<IReadOnlySet<InstanceId>> OnlineAsync(
        IReadOnlyCollection<InstanceId> ids, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var online = ids.Where(Agents.IsOnline).ToHashSet();
            if (ids.Count > FilterSize)
            {
                Read(Agents.CountOnline(), CensusSize);
            }
            else if (ids.Count > 0)
            {
                Read(online.Count);
            }

            return Task.FromResult<IReadOnlySet<InstanceId>>(online);
        }
    }

    public Task<IReadOnlySet<InstanceId>> LostAsync(string cluster, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var lost = Agents.Of(cluster, lostOnly: true).ToHashSet();
            Read(lost.Count);
            return Task.FromResult<IReadOnlySet<InstanceId>>(lost);
        }
    }

    public Task<SendOutcome> SendAsync(NodeCommand command, CommandTarget target, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            SendCalls++;
            if (SendThrottle?.TryTake() is false)
            {
                return Task.FromResult<SendOutcome>(new SendOutcome.Throttled());
            }

            IReadOnlyList<InstanceId> targets = target switch
            {
                CommandTarget.Listed(var ids) when ids.Count is > 0 and <= CommandTarget.MostInstances => ids,
                CommandTarget.Fleet(var cluster) => Agents.Of(cluster),
                _ => throw new ArgumentException("SSM takes 1 to 50 instance ids.", nameof(target)),
            };
            if (target is CommandTarget.Listed && !targets.All(Agents.IsRegistered))
            {
                return Task.FromResult<SendOutcome>(new SendOutcome.TargetsNotReady());
            }

            var sent = new InMemoryCommand(
                $"00000000-0000-4000-8000-{(commands.Count + 1).ToString("x12", CultureInfo.InvariantCulture)}",
                command,
                clock.GetUtcNow());
            commands.Add(sent);
            byId[sent.Id] = sent;
            foreach (var id in targets)
            {
                Begin(sent, id, target is CommandTarget.Listed);
            }

            AfterSend?.Invoke(command);
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent(sent.Id));
        }
    }

    public Task<IReadOnlyList<CommandSummary>> RecentAsync(
        string document, DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Read(1);
            return Task.FromResult<IReadOnlyList<CommandSummary>>([.. commands.AsEnumerable().Reverse()
                .Where(command => command.Command.Document == document && command.RequestedAt > since && IsReadable(command))
                .Take(PageSize).Select(static command => command.Summarize())]);
        }
    }

    public Task<IReadOnlyList<CommandInvocation>> FailuresAsync(string commandId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            List<CommandInvocation> failures = Find(commandId) is { } command ? [.. command.Failures] : [];
            Read(failures.Count);
            return Task.FromResult<IReadOnlyList<CommandInvocation>>(failures);
        }
    }

    public Task<CommandInvocation?> InvocationAsync(
        string commandId, InstanceId instance, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Read(1);
            return Task.FromResult(Find(commandId)?.Find(instance));
        }
    }

    private void Begin(InMemoryCommand sent, InstanceId id, bool listed)
    {
        sent.Begin(id);
        var run = new AgentRun(sent.Id, id, sent.Command, sent.RequestedAt);
        var takes = Agents.IsOnline(id) ? Duration(run) : sent.Command.DeliveryTimeout;
        underway.Enqueue(run, (sent.RequestedAt + takes, order++));
        if (listed)
        {
            mountCommands[id] = mountCommands.GetValueOrDefault(id) + 1;
        }
    }

    private void Read(int rows, int pageSize = PageSize, [CallerMemberName] string method = "")
    {
        for (var page = 0; page < Math.Max(1, (rows + pageSize - 1) / pageSize); page++)
        {
            reads[method] = reads.GetValueOrDefault(method) + 1;
            if (ReadThrottle?.TryTake() is false)
            {
                throw new ThrottledException("SSM");
            }
        }

        Settle();
    }

    private InMemoryCommand? Find(string id)
    {
        Settle();
        return byId.TryGetValue(id, out var command) && IsReadable(command) ? command : null;
    }

    private bool IsReadable(InMemoryCommand command) => clock.GetUtcNow() >= command.RequestedAt + ReadLag;

    private void Settle()
    {
        while (underway.TryPeek(out var run, out var due) && due.End <= clock.GetUtcNow())
        {
            underway.Dequeue();
            var answer = Agents.IsOnline(run.Instance) ? Answer(run) : null;
            var status = answer switch
            {
                null => InvocationStatus.DeliveryTimedOut,
                { ExitCode: null } => InvocationStatus.ExecutionTimedOut,
                { ExitCode: 0 } => InvocationStatus.Success,
                _ => InvocationStatus.Failed,
            };
            var command = byId[run.CommandId];
            command.End(run.Instance, status, answer?.ExitCode, answer?.Output ?? string.Empty);
            reports.Add(new InvocationReport(
                run.CommandId, run.Instance, command.Command.Document, command.RequestedAt, status));
        }
    }
}
