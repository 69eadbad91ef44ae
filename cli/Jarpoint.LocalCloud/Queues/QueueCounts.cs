namespace Jarpoint.LocalCloud.Queues;

/// <summary>Messages in a queue by state. Exact here; the service calls them approximate.</summary>
/// <param name="Visible">Ready to be received.</param>
/// <param name="InFlight">Received, neither deleted nor visible again.</param>
/// <param name="Delayed">Sent and not yet visible.</param>
public readonly record struct QueueCounts(int Visible, int InFlight, int Delayed)
{
    public int Total => Visible + InFlight + Delayed;
}
