namespace Jarpoint.Nodes.Commands;

/// <summary>What to run: an SSM command document of ours and its parameters.</summary>
/// <param name="Document">Name or ARN.</param>
/// <param name="Parameters">By name; each a single String parameter.</param>
/// <param name="DeliveryTimeout">How long SSM tries to reach an agent: 30 s to 30 days.</param>
public sealed record NodeCommand(
    string Document, IReadOnlyDictionary<string, string> Parameters, TimeSpan DeliveryTimeout)
{
    /// <summary>Up to 100 characters that SSM shows with the command.</summary>
    public string? Comment { get; init; }
}
