using Jarpoint.Jars.Sources;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Hostile;

public sealed class MutatedJarTests
{
    private const int Jars = 10_000;
    private const long MemoryLimit = 64L << 20;

    /// <summary>Nothing is measured against it; it only turns a hang into a failure.</summary>
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(30);

    private static readonly JarReaderOptions[] Ways = [new(), Reads.Streaming, Reads.Ranges];

    [Fact]
    public async Task Ten_thousand_mutated_jars_are_described_or_rejected_within_64_MB()
    {
        var originals = Originals.All();
        var described = 0;
        for (var seed = 0; seed < Jars; seed++)
        {
            var jar = Mutation.Make(originals, seed);
            foreach (var way in Ways)
            {
                var outcome = await ReadAsync(jar, seed, way);
                described += outcome is JarReadOutcome.Described ? 1 : 0;
            }
        }

        // Both ends have to be reached, or the mutations are too mild or too strong to prove anything.
        described.ShouldBeInRange(Jars * Ways.Length / 10, Jars * Ways.Length * 9 / 10);
    }

    private static async Task<JarReadOutcome> ReadAsync(byte[] jar, int seed, JarReaderOptions way)
    {
        using var hang = new CancellationTokenSource(HangLimit);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var outcome = await new JarReader(way).ReadAsync(new MemoryJarSource(jar), "acme-core-1.0.jar", hang.Token);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MemoryLimit, $"seed {seed}, {way}");
            return outcome;
        }
        catch (Exception exception) when (exception is not ShouldAssertException)
        {
            throw new InvalidOperationException($"Seed {seed} read as {way}", exception);
        }
    }
}
