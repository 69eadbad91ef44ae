namespace Jarpoint.LocalCloud.Machines;

/// <summary>How a script ended.</summary>
/// <param name="ExitCode">Null when it was killed for its time-out or with its machine.</param>
/// <param name="Output">Standard output, whole.</param>
/// <param name="Error">Standard error, whole.</param>
public sealed record ScriptRun(int? ExitCode, string Output, string Error);
