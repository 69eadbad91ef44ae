namespace Jarpoint.Nodes.Commands;

/// <summary>How the node script ended.</summary>
/// <param name="ExitCode">Null when it was stopped for its time-out.</param>
/// <param name="Output">Standard output.</param>
public sealed record AgentAnswer(int? ExitCode, string Output = "");
