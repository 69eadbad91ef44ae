using Jarpoint.LocalCloud.Machines;
using Jarpoint.NodeDocument;

namespace Jarpoint.NodeScript.Tests.Entries;

/// <summary>The command document, as the SSM agent runs it.</summary>
internal sealed class SsmEntry : IMountEntry
{
    public Task<ScriptRun> MountAsync(NodeBench bench, string mounts, IReadOnlyDictionary<string, string> environment)
        => bench.RunAsync(
            DocumentScript.Of(CommandDocument.Mount()),
            environment.Append(new("SSM_Mounts", mounts)).ToDictionary());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
