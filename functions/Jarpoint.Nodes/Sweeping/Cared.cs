namespace Jarpoint.Nodes.Sweeping;

/// <summary>What was done for a node, beside a condition and a command.</summary>
internal enum Cared
{
    Nothing,
    Untainted,
    Replaced,
}
