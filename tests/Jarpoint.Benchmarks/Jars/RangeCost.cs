using Jarpoint.Jars;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Benchmarks.Jars;

/// <summary>What describing one jar by ranges would ask of S3.</summary>
/// <param name="Jar">File name.</param>
/// <param name="Size">Bytes of the jar.</param>
/// <param name="Requests">Ranged requests.</param>
/// <param name="Bytes">Bytes fetched.</param>
/// <param name="Unread">Entries of interest that stayed unread.</param>
internal sealed record RangeCost(string Jar, long Size, int Requests, long Bytes, int Unread)
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
                costs.Add(new RangeCost(Path.GetFileName(jar), file.Size, counted.Requests, counted.Bytes, unread));
            }
        }

        return costs;
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
