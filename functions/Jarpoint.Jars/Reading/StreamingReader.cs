using System.Buffers;
using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Classes;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Evidence;
using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Reading;

/// <summary>Reads the directory of a large jar, then all of it once, taking entries out as they pass.</summary>
internal sealed class StreamingReader(JarLimits limits) : IJarContentsReader
{
    private const int BufferBytes = 8 << 20;

    // A local header with the longest name and extra field.
    private const int HeaderBytes = LocalHeader.FixedLength + (2 * ushort.MaxValue);

    public async Task<JarContents> ReadAsync(IJarSource source, FileName fileName, CancellationToken cancellationToken)
    {
        var directory = (await DirectoryRead.ReadAsync(source, limits, cancellationToken)).Directory;
        var evidence = new JarEvidence(fileName);
        var collector = new EvidenceCollector(evidence, limits);
        var census = new ClassCensus();
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Max(BufferBytes, limits.EntryBytes + HeaderBytes));
        try
        {
            using var window = new SequentialWindow(source, buffer);
            foreach (var (location, wanted) in InOrder(directory))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var reach = wanted is null ? Math.Min(location.Packed, ClassHeader.PackedReach) : location.Packed;
                var local = location.Offset < source.Size
                    ? await LocalAsync(window, location.Offset, reach, cancellationToken)
                    : default;
                if (wanted is null)
                {
                    census.Accept(local, location);
                }
                else
                {
                    collector.Accept(wanted, local);
                }
            }

            var sha256 = await window.FinishAsync(cancellationToken);
            return new JarContents(directory, evidence, census) { Sha256 = sha256 };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> LocalAsync(
        SequentialWindow window, long offset, long reach, CancellationToken cancellationToken)
    {
        var header = await window.FromAsync(offset, LocalHeader.FixedLength, cancellationToken);
        return LocalHeader.Length(header.Span) is { } length
            ? await window.FromAsync(offset, length + reach, cancellationToken)
            : default;
    }

    private static IEnumerable<(EntryLocation Location, WantedEntry? Wanted)> InOrder(JarDirectory directory)
        => directory.LoadableClasses.Select(static location => (location, (WantedEntry?)null))
            .Concat(directory.Wanted.Select(static entry => (entry.Location, (WantedEntry?)entry)))
            .OrderBy(static each => each.Item1.Offset);
}
