using System.Security.Cryptography;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Sources;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Reading;

public sealed class LargeJarTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task Describes_a_jar_of_300_MB_in_flat_memory()
    {
        _ = await AllocatedAsync(10 * Megabyte);
        var small = await AllocatedAsync(30 * Megabyte);
        var large = await AllocatedAsync(300 * Megabyte);

        (large - small).ShouldBeLessThan(Megabyte);
        large.ShouldBeLessThan(32 * Megabyte);
    }

    [Fact]
    public async Task Digests_every_byte_and_reads_all_evidence_of_a_large_jar_in_one_pass()
    {
        var source = new CountingSource(new SparseJar(Large(20 * Megabyte, classes: 2_000)));
        var bytes = new byte[source.Size];
        await source.ReadAsync(0, bytes, TestContext.Current.CancellationToken);
        var before = source.Requests;

        var description = await DescribeAsync(source, new JarReaderOptions());

        description.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        description.ReadWhole.ShouldBeTrue();
        description.Java.ShouldBe(new JavaRelease(17, Exact: true));
        description.Identity.Coordinates.ShouldBe(new Coordinates("org.acme", "big", "1.0"));
        description.Unread.ShouldBeEmpty();
        (source.Requests - before).ShouldBeLessThanOrEqualTo(6);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public async Task Reads_at_most_the_directory_and_384_KiB_of_a_large_jar_in_three_requests(int classes)
    {
        var jar = Large(50 * Megabyte, classes);
        var source = new CountingSource(new SparseJar(jar));

        var description = await DescribeAsync(source, new JarReaderOptions { Depth = JarReadDepth.Ranges });

        var directory = jar.Entries.Sum(static entry => 46L + entry.Name.Length);
        source.Requests.ShouldBeLessThanOrEqualTo(3);
        source.Bytes.ShouldBeLessThanOrEqualTo(directory + (384 << 10));
        description.Identity.Coordinates.ShouldBe(new Coordinates("org.acme", "big", "1.0"));
        description.Sha256.ShouldBeNull();
        description.Java.ShouldNotBeNull()
            .Exact.ShouldBe(classes == 10, "exact only when every class was within reach");
        description.Classes.Count.ShouldBe(classes + 1);
    }

    [Fact]
    public async Task Names_evidence_outside_the_range_budget_as_unread()
    {
        var jar = Large(50 * Megabyte, classes: 20_000);

        var description = await DescribeAsync(
            new SparseJar(jar), new JarReaderOptions { Depth = JarReadDepth.Ranges, RangeBudget = 100 });

        description.Unread.ShouldContain("META-INF/MANIFEST.MF");
        description.Identity.Coordinates.ShouldBe(new Coordinates("org.acme", "big", "1.0"));
    }

    [Fact]
    public async Task Gives_the_same_description_whole_and_streamed()
    {
        var jar = Large(0, classes: 500).ToBytes();
        var whole = (JarReadOutcome.Described)await Reads.ReadAsync(jar, "big-1.0.jar");
        var streamed = (JarReadOutcome.Described)await Reads.ReadAsync(jar, "big-1.0.jar", Reads.Streaming);

        RealJars.DescriptionText.Of("", streamed.Description)
            .ShouldBe(RealJars.DescriptionText.Of("", whole.Description));
    }

    [Fact]
    public async Task Lets_a_source_that_changed_through()
        => await Should.ThrowAsync<JarSourceChangedException>(
            async () => await DescribeAsync(new ShrunkenSource(), new JarReaderOptions()));

    private static async Task<long> AllocatedAsync(long gap)
    {
        var source = new SparseJar(Large(gap, classes: 100));
        var before = GC.GetAllocatedBytesForCurrentThread();
        await DescribeAsync(source, new JarReaderOptions { WholeUpTo = 0 });
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TestJar Large(long gap, int classes)
        => new(
        [
            TestEntry.Text("META-INF/MANIFEST.MF", TestJar.PlainManifest),
            TestEntry.Text("META-INF/maven/org.acme/big/pom.properties",
                "groupId=org.acme\nartifactId=big\nversion=1.0\n"),
            .. Enumerable.Range(0, classes).Select(static n => TestEntry.Class($"org/acme/C{n}")),
            TestEntry.Class("org/acme/Last", 61),
        ])
        { GapBeforeLastEntry = gap };

    private static async Task<JarDescription> DescribeAsync(IJarSource source, JarReaderOptions options)
        => (await new JarReader(options).ReadAsync(source, "big-1.0.jar", TestContext.Current.CancellationToken))
            .ShouldBeOfType<JarReadOutcome.Described>().Description;

    private sealed class ShrunkenSource : IJarSource
    {
        public long Size => 1_000;

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
            => ValueTask.FromResult(buffer.Length / 2);
    }
}
