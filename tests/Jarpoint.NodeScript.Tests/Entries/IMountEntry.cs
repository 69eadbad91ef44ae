using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>A way in which a node comes to its mounts.</summary>
internal interface IMountEntry : IAsyncDisposable
{
    /// <summary>Mounts: lines of the node script on standard output, its exit code.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="mounts">As JARPOINT_MOUNTS has it.</param>
    /// <param name="environment">Variables beside the machine's.</param>
    Task<ScriptRun> MountAsync(NodeBench bench, string mounts, IReadOnlyDictionary<string, string> environment);
}
