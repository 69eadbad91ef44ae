namespace Jarpoint.LocalCloud.Control;

/// <summary>
/// Paths of the control API: what no AWS API can do, for the <c>jarpoint</c> command. No bucket is named so: bucket names
/// have no underscore.
/// </summary>
public static class ControlRoutes
{
    public const string Root = "/_jarpoint/";

    /// <summary>GET: all nodes. POST with <c>count</c> and <c>pool</c>: launch.</summary>
    public const string Nodes = Root + "nodes";

    /// <summary>POST with <c>node</c> and <c>how</c>.</summary>
    public const string Break = Root + "break";

    /// <summary>POST with <c>node</c>.</summary>
    public const string Terminate = Root + "terminate";

    /// <summary>POST: runs the sweep now and answers when it is over.</summary>
    public const string Sweep = Root + "sweep";
}
