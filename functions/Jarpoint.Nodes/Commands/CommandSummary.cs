namespace Jarpoint.Nodes.Commands;

/// <summary>A command over all its nodes.</summary>
/// <param name="Id">SSM's id.</param>
/// <param name="RequestedAt">When it was sent.</param>
/// <param name="Parameters">As sent.</param>
/// <param name="Targets">Nodes it went to.</param>
/// <param name="Completed">Nodes where it is over, however it ended.</param>
/// <param name="Errors">Nodes where it ended without success.</param>
/// <param name="DeliveryTimedOut">Nodes whose agent did not take it in time.</param>
public sealed record CommandSummary(
    string Id,
    DateTimeOffset RequestedAt,
    IReadOnlyDictionary<string, string> Parameters,
    int Targets,
    int Completed,
    int Errors,
    int DeliveryTimedOut);
