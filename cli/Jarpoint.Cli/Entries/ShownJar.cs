using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Entries;

/// <summary>A jar as <c>jarpoint show --json</c> writes it.</summary>
/// <param name="Entry">The short form.</param>
/// <param name="Jar">The long description; null for a rejected jar, or when it is not there.</param>
/// <param name="SupersededBy">Newer versions of the same group and artifact, the newest first.</param>
/// <param name="History">Everything said about its key.</param>
internal sealed record ShownJar(
    EntryLine Entry,
    JarDescription? Jar,
    IReadOnlyList<EntryLine> SupersededBy,
    IReadOnlyList<HistoryLine> History);
