namespace Jarpoint.Cli.Entries;

/// <summary>A change as <c>jarpoint diff --json</c> writes it.</summary>
/// <param name="Change"><c>added</c>, <c>removed</c>, <c>replaced</c> or <c>redescribed</c>.</param>
/// <param name="Key">The object.</param>
/// <param name="Before">Null when it was added.</param>
/// <param name="After">Null when it was removed.</param>
internal sealed record ChangeLine(string Change, string Key, EntryLine? Before, EntryLine? After);
