using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Commands;

/// <summary>A command on one node.</summary>
/// <param name="CommandId">SSM's id.</param>
/// <param name="Instance">Node.</param>
/// <param name="Document">Name of the document.</param>
/// <param name="RequestedAt">When the command was sent: orders what two commands say of one node.</param>
/// <param name="Status">State.</param>
/// <param name="ExitCode">Of the script; null while it has none.</param>
/// <param name="Output">Start of the script's standard output; may be cut off by SSM.</param>
public sealed record CommandInvocation(
    string CommandId,
    InstanceId Instance,
    string Document,
    DateTimeOffset RequestedAt,
    InvocationStatus Status,
    int? ExitCode,
    string Output);
