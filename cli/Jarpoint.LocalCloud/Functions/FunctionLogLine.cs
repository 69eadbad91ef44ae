namespace Jarpoint.LocalCloud.Functions;

/// <summary>One line a function process wrote to its standard output or error.</summary>
public sealed record FunctionLogLine(DateTimeOffset Time, string Function, int ProcessId, string Text);
