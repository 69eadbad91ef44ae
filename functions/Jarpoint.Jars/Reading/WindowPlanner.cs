using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Entries;

namespace Jarpoint.Jars.Reading;

/// <summary>Chooses the one window of limited length that holds the most valuable evidence.</summary>
internal static class WindowPlanner
{
    /// <summary>Bytes behind the evidence that are fetched for the headers of the classes in them.</summary>
    private const int SampleBytes = 32 << 10;

    /// <summary>Room for a local extra field that is longer than the central one.</summary>
    private const int ExtraSlack = 64;

    /// <param name="entries">Entries not read yet, ascending by offset.</param>
    /// <param name="fallback">Where to read when there is no such entry, to see some classes.</param>
    /// <param name="budget">The window's greatest length.</param>
    /// <param name="limit">Where the directory begins.</param>
    public static Window? Choose(IReadOnlyList<WantedEntry> entries, long? fallback, int budget, long limit)
    {
        var (first, last, value) = Best(entries, budget);
        if (value == 0 && fallback is null)
        {
            return null;
        }

        var start = value == 0 ? fallback!.Value : entries[first].Location.Offset;
        var end = value == 0 ? start : entries.Skip(first).Take(last - first + 1).Max(End);
        end = Math.Min(Math.Min(end + SampleBytes, start + budget), limit);
        return end > start ? new Window(start, (int)(end - start)) : null;
    }

    private static (int First, int Last, int Value) Best(IReadOnlyList<WantedEntry> entries, int budget)
    {
        var best = (First: 0, Last: 0, Value: 0);
        for (int first = 0, last = 0, value = 0; last < entries.Count; last++)
        {
            value += Value(entries[last].Role);
            while (first <= last && End(entries[last]) - entries[first].Location.Offset > budget)
            {
                value -= Value(entries[first++].Role);
            }

            if (value > best.Value)
            {
                best = (first, last, value);
            }
        }

        return best;
    }

    private static long End(WantedEntry entry)
        => entry.Location.Offset + LocalHeader.FixedLength
            + (entry.Name.Length * 3) + ExtraSlack + entry.Location.Packed;

    private static int Value(EntryRole role)
        => role switch
        {
            EntryRole.Manifest => 200,
            EntryRole.PomProperties => 100,
            EntryRole.PlatformVersion or EntryRole.ScalaLibrary => 60,
            EntryRole.PomXml => 40,
            EntryRole.ModuleInfo => 20,
            EntryRole.Service => 10,
            _ => 1,
        };
}
