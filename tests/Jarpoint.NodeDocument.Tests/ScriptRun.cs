namespace Jarpoint.NodeDocument.Tests;

/// <summary>How a run of the node script ended.</summary>
internal sealed record ScriptRun(int ExitCode, string Output, string Error)
{
    /// <summary>The JSON lines it printed.</summary>
    public IReadOnlyList<MountLine> Lines
        => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(MountLine.Parse)];

    public MountLine Line => Lines.ShouldHaveSingleItem(Output + Error);
}
