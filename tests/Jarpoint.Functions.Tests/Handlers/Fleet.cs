using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Tests.Events;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.Functions.Tests.Handlers;

/// <summary>The instances the samples of <c>events/</c> name, in any state of their way to a ready node.</summary>
internal static class Fleet
{
    public const string Taint = "readiness.k8s.io/jars-mounted";

    public static readonly InstanceId First = InstanceId.Parse("i-0123456789abcdef0");
    public static readonly InstanceId Second = InstanceId.Parse("i-0123456789abcdef1");

    /// <summary>Launched with the samples' events, a minute ago.</summary>
    public static PoolInstance Instance(InstanceId id) => new(id, "spark", Notifications.At);

    public static ClusterNode Node(InstanceId id, bool registered = true) => new()
    {
        Name = $"node-{id}",
        Uid = $"uid-{id}",
        Instance = id,
        Pool = "spark",
        Registered = registered,
        CreatedAt = Notifications.At,
        Taints = [new NodeTaint(Taint, null, "NoSchedule"), new NodeTaint("other", "x", "NoSchedule")],
    };

    public static void Launch(HandlerBench bench, InstanceId id, bool online)
    {
        bench.Instances.Running.Add(Instance(id));
        if (online)
        {
            bench.Commands.Online.Add(id);
        }
    }

    public static void Register(HandlerBench bench, ClusterNode node)
    {
        bench.Nodes.Nodes.Add(node.Name, node);
        bench.Instances.Running.Add(Instance(node.Instance!));
    }

    public static Trigger.Batch Batch(string sample)
        => TriggerParser.Parse(EventFile.Bytes(sample)).ShouldBeOfType<Trigger.Batch>();

    /// <summary>The message at a place of a batch, counted from one.</summary>
    public static SqsBatchItemFailure Failure(this Trigger.Batch batch, int place)
        => new(batch.Event.Records[place - 1].MessageId);
}
