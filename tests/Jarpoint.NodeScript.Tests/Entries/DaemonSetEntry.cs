using System.Globalization;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.NodeDocument;

namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>
/// The container of the DaemonSet in namespaces and a control group of its own. Mounting once more is a new pod: the old
/// one is killed first, with everything in its control group.
/// </summary>
internal sealed class DaemonSetEntry : IMountEntry
{
    private readonly ControlGroup controlGroup = ControlGroup.Create();
    private readonly Lock guard = new();
    private readonly List<string> settled = [];
    private int pods;

    /// <summary>The pod whose first turn ended last.</summary>
    public string Pod
    {
        get
        {
            lock (guard)
            {
                return settled[^1];
            }
        }
    }

    public async Task<ScriptRun> MountAsync(
        NodeBench bench, string mounts, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var old in Settled())
        {
            await KubeletAsync(bench, $"kill {old}");
        }

        var pod = "pod" + Interlocked.Increment(ref pods).ToString(CultureInfo.InvariantCulture);
        var run = await bench.RunAsync(
            Prepare(pod) + $"exec {StandIn.PathOf("kubelet")} run {pod}",
            new Dictionary<string, string>(environment)
            {
                ["JARPOINT_MOUNTS"] = mounts,
                // Unless a case asks for it, only what the case does looks after the mounts.
                ["JARPOINT_VERIFY_INTERVAL"] = environment.GetValueOrDefault("JARPOINT_VERIFY_INTERVAL", "9999"),
            });
        lock (guard)
        {
            settled.Add(pod);
        }

        return run;
    }

    public static Task<ScriptRun> KubeletAsync(NodeBench bench, string arguments)
        => bench.RunAsync($"{StandIn.PathOf("kubelet")} {arguments}", new Dictionary<string, string>());

    public ValueTask DisposeAsync()
    {
        controlGroup.Dispose();
        return ValueTask.CompletedTask;
    }

    private string[] Settled()
    {
        lock (guard)
        {
            string[] old = [.. settled];
            settled.Clear();
            return old;
        }
    }

    // A file system of control groups of its own, as a node of version 2 has; and the ConfigMap of the pod.
    private string Prepare(string pod) =>
        $"""
        set -euo pipefail
        exec 3>/run/pods.lock; flock 3
        [[ -e /run/pods.ready ]] || mount --bind {controlGroup.Path} /sys/fs/cgroup
        : >/run/pods.ready
        exec 3>&-
        mkdir -p /run/pods/{pod}/configmap
        cat >/run/pods/{pod}/configmap/{NodeScriptText.FileName} <<'END_OF_NODE_SCRIPT'
        {NodeScriptText.Whole}END_OF_NODE_SCRIPT
        cat >/run/pods/{pod}/configmap/{EntryPointText.DaemonSetFileName} <<'END_OF_ENTRY'
        {EntryPointText.DaemonSet}END_OF_ENTRY

        """;
}
