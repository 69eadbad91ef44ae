namespace Jarpoint.LocalCloud.Machines;

/// <summary>What an agent runs: lines of a shell script and variables beside the machine's own.</summary>
/// <param name="Text">The script whole, for <c>bash</c>.</param>
/// <param name="Environment">Variables, such as <c>SSM_Mounts</c>.</param>
/// <param name="Timeout">The script and all it started are killed after it.</param>
public sealed record NodeScript(string Text, IReadOnlyDictionary<string, string> Environment, TimeSpan Timeout);
