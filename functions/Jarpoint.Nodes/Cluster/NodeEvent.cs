namespace Jarpoint.Nodes.Cluster;

/// <summary>A Kubernetes Event about a node, for <c>kubectl describe node</c>.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="Uid">Its uid.</param>
/// <param name="Warning">Type Warning, else Normal.</param>
/// <param name="Reason">One of <see cref="MountReasons"/>.</param>
/// <param name="Message">A sentence for a person, at most 1,024 characters are kept.</param>
/// <param name="At">When.</param>
public sealed record NodeEvent(
    string Node, string Uid, bool Warning, string Reason, string Message, DateTimeOffset At);
