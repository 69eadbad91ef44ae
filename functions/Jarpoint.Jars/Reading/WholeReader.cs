using System.Buffers;
using System.Security.Cryptography;
using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Classes;
using Jarpoint.Jars.Entries;
using Jarpoint.Jars.Evidence;
using Jarpoint.Jars.Identity;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Reading;

/// <summary>Reads a small jar in one request.</summary>
internal sealed class WholeReader(JarLimits limits) : IJarContentsReader
{
    public async Task<JarContents> ReadAsync(IJarSource source, FileName fileName, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)source.Size);
        try
        {
            var jar = buffer.AsMemory(0, (int)source.Size);
            await source.ReadFullyAsync(0, jar, cancellationToken);
            return Take(jar, fileName, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private JarContents Take(ReadOnlyMemory<byte> jar, FileName fileName, CancellationToken cancellationToken)
    {
        var end = EndRecordFinder.Find(jar.Span, 0);
        JarContents.CheckSize(end, limits);
        var directory = new DirectoryScanner(end, limits)
            .Scan(jar.Span.Slice((int)end.DirectoryOffset, (int)end.DirectoryBytes));
        var evidence = new JarEvidence(fileName);
        var collector = new EvidenceCollector(evidence, limits);
        foreach (var entry in directory.Wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            collector.Accept(entry, From(jar, entry.Location));
        }

        var census = new ClassCensus();
        foreach (var location in directory.LoadableClasses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            census.Accept(From(jar, location), location);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(jar.Span));
        return new JarContents(directory, evidence, census) { Sha256 = sha256 };
    }

    private static ReadOnlyMemory<byte> From(ReadOnlyMemory<byte> jar, EntryLocation location)
        => location.Offset < jar.Length ? jar[(int)location.Offset..] : default;
}
