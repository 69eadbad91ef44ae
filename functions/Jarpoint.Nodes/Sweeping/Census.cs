using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>
/// Nodes by state. Of a ready node only its name is kept, whatever the size of the fleet; the others are kept to be
/// seen to.
/// </summary>
internal sealed class Census
{
    private readonly Dictionary<InstanceId, string> ready = [];
    private readonly List<Sighting> others = [];
    private readonly List<Sighting> recovered = [];

    private int settled;

    public int Ready => settled + Count(NodeState.Ready);

    public IReadOnlyList<Sighting> Others => others;

    /// <summary>Ready nodes whose condition does not say yet what the last verify found.</summary>
    public IReadOnlyList<Sighting> Recovered => recovered;

    /// <summary>Nodes with our taint in pools that mount nothing.</summary>
    public int Unplanned { get; set; }

    public int Nodes => settled + others.Count;

    public void Add(Sighting sighting)
    {
        if (sighting.State is NodeState.Deleting)
        {
            return;
        }

        if (sighting.State is not NodeState.Ready)
        {
            others.Add(sighting);
            return;
        }

        settled++;
        if (sighting.News is not null)
        {
            recovered.Add(sighting);
        }

        if (sighting.Node.Instance is { } id)
        {
            ready[id] = sighting.Node.Name;
        }
    }

    /// <summary>Names of ready nodes among these.</summary>
    public IReadOnlyList<string> ReadyOf(IEnumerable<InstanceId> ids)
        => [.. ids.Select(ready.GetValueOrDefault).OfType<string>()];

    /// <summary>A ready node turns out to be in another state.</summary>
    public void Reclassify(Sighting sighting)
    {
        if (sighting.Node.Instance is { } id && ready.Remove(id))
        {
            settled--;
            others.Add(sighting);
        }
    }

    /// <summary>A node that was not ready turns out to be in another state.</summary>
    public void Replace(Sighting old, Sighting seen) => others[others.IndexOf(old)] = seen;

    public int Count(NodeState state) => others.Count(sighting => sighting.State == state);

    /// <summary>More than this many unhealthy and overdue nodes are no accident.</summary>
    public int Tolerated(int percent)
    {
        var known = Nodes - Count(NodeState.Starting);
        return Math.Max(1, (int)Math.Ceiling(known * percent / 100.0));
    }
}
