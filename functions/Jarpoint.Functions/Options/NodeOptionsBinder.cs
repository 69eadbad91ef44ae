using System.Text.RegularExpressions;
using Jarpoint.Nodes;

namespace Jarpoint.Functions.Options;

/// <summary>Reads how nodes are treated.</summary>
internal static partial class NodeOptionsBinder
{
    private const int Hour = 60 * 60;

    /// <summary>What the node script may take once a command was delivered.</summary>
    private static readonly TimeSpan ScriptTime = TimeSpan.FromMinutes(2);

    /// <returns>Of use only when the reader has no faults.</returns>
    public static NodePolicy Bind(OptionsReader reader)
    {
        var cluster = reader.Required(OptionNames.Cluster);
        if (cluster.Length > 0 && !ClusterName().IsMatch(cluster))
        {
            reader.Fault(OptionNames.Cluster, cluster, "the name of an EKS cluster");
        }

        var policy = new NodePolicy { Cluster = cluster, Plan = MountPlanOption.Read(reader) };
        policy = policy with
        {
            MountDocument = Document(reader, OptionNames.MountDocument, policy.MountDocument),
            CareDocument = Document(reader, OptionNames.CareDocument, policy.CareDocument),
            Taint = reader.Matching(
                OptionNames.Taint, policy.Taint, TaintKey(), "the key of a taint alone, such as readiness.k8s.io/jars-mounted"),
            ReadyDeadline = reader.Seconds(OptionNames.ReadyDeadline, policy.ReadyDeadline, 60, 24 * Hour),
            AgentGrace = reader.Seconds(OptionNames.AgentGrace, policy.AgentGrace, 0, 900),
            AgentPoll = reader.Seconds(OptionNames.AgentPoll, policy.AgentPoll, 1, 900),
            // SSM takes nothing shorter; nothing near its 30 days is of use while a pod waits.
            DeliveryTimeout = reader.Seconds(OptionNames.CommandTimeout, policy.DeliveryTimeout, 30, Hour),
            LaunchPatience = reader.Seconds(OptionNames.LaunchPatience, policy.LaunchPatience, 1, Hour),
            GuardPercent = reader.Number(OptionNames.GuardPercent, policy.GuardPercent, 1, 100),
            DryRun = reader.Flag(OptionNames.DryRun),
            ReplaceUnready = reader.Flag(OptionNames.ReplaceUnready),
        };
        // A command may still be delivered until its time-out: patience that ends before would send a second one.
        var slowest = policy.DeliveryTimeout + ScriptTime;
        return policy with
        {
            CommandPatience = reader.Seconds(
                OptionNames.CommandPatience,
                slowest > policy.CommandPatience ? slowest : policy.CommandPatience,
                1,
                Hour),
        };
    }

    private static string Document(OptionsReader reader, string name, string fallback)
        => reader.Matching(name, fallback, DocumentName(), "the name of an SSM document of this account");

    // https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
    [GeneratedRegex(@"\A[0-9A-Za-z][A-Za-z0-9_-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClusterName();

    // A name, not an ARN: results are matched with the name that events give.
    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html
    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{3,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentName();

    // A qualified name. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
    [GeneratedRegex(
        @"\A(?:(?=[^/]{1,253}/)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/)?(?=.{1,63}\z)[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex TaintKey();
}
