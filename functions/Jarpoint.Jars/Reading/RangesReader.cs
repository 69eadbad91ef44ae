using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Classes;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Evidence;
using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Reading;

/// <summary>
/// Reads the directory of a large jar and, with what is left of three requests and of the budget, the windows that
/// hold the most evidence.
/// </summary>
internal sealed class RangesReader(JarLimits limits, int budget) : IJarContentsReader
{
    private const int Requests = 3;
    private const int SampledClasses = 48;

    public async Task<JarContents> ReadAsync(IJarSource source, FileName fileName, CancellationToken cancellationToken)
    {
        var read = await DirectoryRead.ReadAsync(source, limits, cancellationToken);
        var segments = new List<Segment> { read.Tail };
        var evidence = new JarEvidence(fileName);
        var collector = new EvidenceCollector(evidence, limits);
        var pending = Collect(read.Directory.Wanted, read.Tail, read.End.DirectoryOffset, collector);
        var left = budget - read.TailBytesBesideDirectory;
        for (var request = read.Requests; request < Requests && left > 0; request++)
        {
            var limit = read.End.DirectoryOffset;
            if (WindowPlanner.Choose(pending, Unsampled(read, segments), left, limit) is not { } window)
            {
                break;
            }

            var bytes = new byte[window.Length];
            await source.ReadFullyAsync(window.Offset, bytes, cancellationToken);
            segments.Add(new Segment(window.Offset, bytes));
            pending = Collect(pending, segments[^1], read.End.DirectoryOffset, collector);
            left -= window.Length;
        }

        pending.ForEach(collector.Skip);
        return new JarContents(read.Directory, evidence, Sample(read.Directory.LoadableClasses, segments));
    }

    private static List<WantedEntry> Collect(
        IReadOnlyList<WantedEntry> entries, Segment segment, long limit, EvidenceCollector collector)
    {
        var pending = new List<WantedEntry>();
        foreach (var entry in entries)
        {
            var local = segment.From(entry.Location.Offset);
            if (!entry.Location.FitsBefore(limit)
                || (LocalHeader.Length(local.Span) is { } header && header + entry.Location.Packed <= local.Length))
            {
                collector.Accept(entry, local);
            }
            else
            {
                pending.Add(entry);
            }
        }

        return pending;
    }

    private static long? Unsampled(DirectoryRead read, List<Segment> segments)
        => read.Directory.LoadableClasses is [var first, ..]
            && Sample(read.Directory.LoadableClasses, segments).Seen == 0
            && first.FitsBefore(read.End.DirectoryOffset)
                ? first.Offset
                : null;

    private static ClassCensus Sample(IReadOnlyList<EntryLocation> classes, List<Segment> segments)
    {
        var census = new ClassCensus();
        foreach (var location in classes)
        {
            if (census.Seen == SampledClasses)
            {
                break;
            }

            foreach (var segment in segments)
            {
                var local = segment.From(location.Offset);
                if (LocalHeader.Length(local.Span) is { } header
                    && header + Math.Min(location.Packed, ClassHeader.PackedReach) <= local.Length)
                {
                    census.Accept(local, location);
                    break;
                }
            }
        }

        return census;
    }
}
