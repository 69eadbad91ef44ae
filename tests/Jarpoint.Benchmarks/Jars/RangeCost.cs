using Jarpoint.Jars;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Benchmarks.Jars;

/// <summary>What describing one jar by ranges would ask of S3.</summary>
/// <param name="Jar">File name.</param>
/// <param name="Size">Bytes of the jar.</param>
/// <param name="Requests">Ranged requests.</param>
/// <param name="Bytes">Bytes fetched.</param>
/// <param name="Directory">Bytes of the jar's central directory.</param>
/// <param name="Unread">Entries of interest that stayed unread.</param>
internal sealed record RangeCost(string Jar, long Size, int Requests, long Bytes, long Directory, int Unread)
{
    /// <summary>Measures every jar of more than <paramref name="over"/> bytes.</summary>
    public static async Task<IReadOnlyList<RangeCost>> MeasureAsync(IEnumerable<string> jars, long over)
    {
        var reader = new JarReader(new JarReaderOptions { Depth = JarReadDepth.Ranges });
        var costs = new List<RangeCost>();
        foreach (var jar in jars)
        {
            using var file = FileJarSource.Open(jar);
            if (file.Size > over)
            {
                var counted = new CountedSource(file);
                var outcome = await reader.ReadAsync(counted, Path.GetFileName(jar), CancellationToken.None);
                var unread = outcome is JarReadOutcome.Described { Description: JarDescription description } ? description.Unread.Count : 0;
                costs.Add(new RangeCost(Path.GetFileName(jar), file.Size, counted.Requests, counted.Bytes, await DirectoryAsync(file), unread));
            }
        }

        return costs;
    }

    // The classic end record; none of the jars measured needs zip64 for the size of its directory.
    private static async Task<long> DirectoryAsync(FileJarSource file)
    {
        var tail = new byte[Math.Min(file.Size, 65_557)];
        await file.ReadAsync(file.Size - tail.Length, tail, CancellationToken.None);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
    }

    private sealed class CountedSource(IJarSource source) : IJarSource
    {
        public int Requests { get; private set; }

        public long Bytes { get; private set; }

        public long Size => source.Size;

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        {
            Requests++;
            Bytes += buffer.Length;
            return source.ReadAsync(offset, buffer, cancellationToken);
        }
    }
}
