using Jarpoint.LocalCloud.Fleet;

namespace Jarpoint.Cli.Nodes;

/// <summary>Prints a line for every node that changed since the last look.</summary>
internal sealed class NodeWatch(TextWriter output)
{
    private readonly Dictionary<string, FleetNode> seen = new(StringComparer.Ordinal);

    public void Show(IEnumerable<FleetNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (NodeLine.Of(seen.GetValueOrDefault(node.Instance), node) is { } line)
            {
                output.WriteLine(line);
            }

            seen[node.Instance] = node;
        }
    }
}
