namespace Jarpoint.Nodes.Recording;

/// <summary>Something that is over and leaves no trace in the condition.</summary>
/// <param name="Reason">One of <see cref="MountReasons"/>.</param>
/// <param name="Message">A sentence for a person.</param>
internal sealed record Happening(string Reason, string Message);
