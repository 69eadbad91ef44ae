using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Events;

/// <summary>
/// An event as a service hands it to EventBridge, which adds id, account, region and time.
/// https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
/// </summary>
public sealed record CloudEvent
{
    /// <summary>Such as <c>aws.ec2</c>.</summary>
    public required string Source { get; init; }

    public required string DetailType { get; init; }

    /// <summary>ARNs.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Not to be changed any more.</summary>
    public required JsonObject Detail { get; init; }
}
