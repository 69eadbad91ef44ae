namespace Jarpoint.Cli.Entries;

/// <summary>A fact about one key as <c>jarpoint history --json</c> writes it.</summary>
/// <param name="Revision">The commit it came with.</param>
/// <param name="CommittedAt">The writer's clock.</param>
/// <param name="Shown">Whether the catalog showed it from that revision on.</param>
/// <param name="Fact">What was stated; its status may be <c>removed</c>.</param>
internal sealed record HistoryLine(long Revision, DateTimeOffset CommittedAt, bool Shown, EntryLine Fact);
