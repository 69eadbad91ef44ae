namespace Jarpoint.Cli;

/// <summary>The command cannot start. The message names the thing and the option that changes it.</summary>
internal sealed class UsageException(string message) : Exception(message);
