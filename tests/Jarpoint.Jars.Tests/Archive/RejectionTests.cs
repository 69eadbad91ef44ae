using System.Text;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Archive;

public sealed class RejectionTests
{
    private static readonly byte[] Blank = new byte[1 << 20];

    [Fact]
    public async Task Rejects_what_has_no_bytes()
        => (await Reads.RejectAsync([])).Reason.ShouldBe(RejectionReason.Empty);

    [Fact]
    public async Task Rejects_what_is_not_an_archive()
        => (await Reads.RejectAsync(Encoding.ASCII.GetBytes("<html>404</html>")))
            .Reason.ShouldBe(RejectionReason.NotAnArchive);

    [Fact]
    public async Task Rejects_an_archive_cut_short()
    {
        var jar = TestJar.WithManifest(TestJar.PlainManifest, TestEntry.Class("a/A")).ToBytes();

        (await Reads.RejectAsync(jar[..^30])).Reason.ShouldBe(RejectionReason.NotAnArchive);
    }

    [Fact]
    public async Task Rejects_an_archive_that_lost_its_beginning()
    {
        var jar = TestJar.WithManifest(TestJar.PlainManifest, TestEntry.Class("a/A")).ToBytes();

        (await Reads.RejectAsync(jar[40..])).Reason.ShouldBe(RejectionReason.Damaged);
    }

    [Fact]
    public async Task Rejects_a_jar_whose_manifest_Java_could_not_read()
    {
        var jar = new TestJar(TestEntry.Text("META-INF/MANIFEST.MF", TestJar.PlainManifest) with { Crc = 1 });

        var rejected = await Reads.RejectAsync(jar.ToBytes());

        rejected.Reason.ShouldBe(RejectionReason.UnreadableEntry);
        rejected.Detail.ShouldBe("Entry META-INF/MANIFEST.MF does not match its CRC.");
    }

    [Theory]
    [InlineData("META-INF/MANIFEST.MF")]
    [InlineData("META-INF/maven/g/a/pom.xml")]
    public async Task Rejects_identity_that_inflates_too_far(string name)
    {
        var jar = new TestJar(new TestEntry(Encoding.ASCII.GetBytes(name), Blank));

        (await Reads.RejectAsync(jar.ToBytes())).Reason.ShouldBe(RejectionReason.RatioTooHigh);
        (await Reads.RejectAsync(jar.ToBytes(), WithLimits(new JarLimits { EntryBytes = 1_000 })))
            .Reason.ShouldBe(RejectionReason.EntryTooLarge);
    }

    [Fact]
    public async Task Reads_around_a_service_file_that_inflates_too_far()
    {
        var jar = TestJar.WithManifest(TestJar.PlainManifest,
            new TestEntry("META-INF/services/a.S"u8.ToArray(), Blank));

        var description = await Reads.DescribeAsync(jar);

        description.Providers.ShouldBeEmpty();
        description.Codes().ShouldBe([JarWarningCode.UnreadableEntry]);
    }

    [Fact]
    public async Task Stops_at_the_stated_size_of_an_entry_that_inflates_further()
    {
        var jar = TestJar.WithManifest(
            TestJar.PlainManifest, new TestEntry("META-INF/services/a.S"u8.ToArray(), Blank) { StatedSize = 10 });

        (await Reads.DescribeAsync(jar)).Warnings.ShouldHaveSingleItem()
            .Detail.ShouldBe("Entry META-INF/services/a.S is longer than its stated size.");
    }

    [Fact]
    public async Task Rejects_more_inflated_bytes_than_the_limit_over_all_entries()
    {
        var jar = new TestJar([.. Enumerable.Range(0, 5)
            .Select(static n => TestEntry.Text($"META-INF/services/s{n}", new string('x', 300)))]);

        (await Reads.RejectAsync(jar.ToBytes(), WithLimits(new JarLimits { InflatedBytes = 1_000 })))
            .Reason.ShouldBe(RejectionReason.InflatedTooLarge);
    }

    [Fact]
    public async Task Rejects_more_entries_than_the_limit_and_a_larger_directory_than_the_limit()
    {
        var jar = TestJar.WithManifest(TestJar.PlainManifest, TestEntry.Class("a/A")).ToBytes();

        (await Reads.RejectAsync(jar, WithLimits(new JarLimits { Entries = 1 })))
            .Reason.ShouldBe(RejectionReason.TooManyEntries);
        var rejected = await Reads.RejectAsync(jar, WithLimits(new JarLimits { DirectoryBytes = 100 }));
        rejected.Reason.ShouldBe(RejectionReason.DirectoryTooLarge);
        rejected.Detail.ShouldContain("JarLimits.DirectoryBytes");
    }

    private static JarReaderOptions WithLimits(JarLimits limits) => new() { Limits = limits };
}
