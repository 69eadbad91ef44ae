using System.Text;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Archive;

public sealed class OddArchiveTests
{
    private static readonly TestEntry Manifest = TestEntry.Text(
        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMain-Class: a.Main\r\n");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reads_a_jar_behind_a_launcher_script_whether_offsets_were_corrected_or_not(bool corrected)
    {
        var jar = new TestJar(Manifest, TestEntry.Class("a/Main"))
        {
            Prefix = Encoding.ASCII.GetBytes("#!/bin/sh\nexec java -jar \"$0\"\n"),
            OffsetsIncludePrefix = corrected,
        };

        var description = await Reads.DescribeAsync(jar);

        description.MainClass.ShouldBe("a.Main");
        description.Codes().Contains(JarWarningCode.PrependedBytes).ShouldBe(!corrected);
    }

    [Fact]
    public async Task Is_not_misled_by_an_end_signature_inside_the_comment()
    {
        var comment = new byte[60];
        "PK\x05\x06"u8.CopyTo(comment.AsSpan(7));

        var description = await Reads.DescribeAsync(new TestJar(Manifest) { Comment = comment });

        description.Entries.ShouldBe(1);
        description.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_not_misled_by_a_whole_empty_archive_inside_the_comment()
    {
        // The inner record claims an empty directory and does not end the file.
        byte[] comment = [.. new TestJar().ToBytes(), 1, 2, 3];

        (await Reads.DescribeAsync(new TestJar(Manifest) { Comment = comment })).MainClass.ShouldBe("a.Main");
    }

    [Fact]
    public async Task Finds_the_end_record_in_front_of_the_longest_comment()
        => (await Reads.DescribeAsync(new TestJar(Manifest) { Comment = new byte[65_535] }, options: Reads.Ranges))
            .MainClass.ShouldBe("a.Main");

    [Fact]
    public async Task Reads_past_trailing_bytes_and_says_so()
        => (await Reads.DescribeAsync(new TestJar(Manifest) { Trailing = [0, 0, 0, 0] }))
            .Codes().ShouldBe([JarWarningCode.TrailingBytes]);

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Reads_zip64_end_record_and_entries(int prefix)
    {
        var jar = new TestJar(Manifest with { Zip64 = true }, TestEntry.Class("a/Main") with { Zip64 = true })
        {
            Zip64End = true,
            Prefix = new byte[prefix],
        };

        var description = await Reads.DescribeAsync(jar);

        description.MainClass.ShouldBe("a.Main");
        description.Java.ShouldNotBeNull().Release.ShouldBe(8);
        description.Classes.ShouldHaveSingleItem().Size.ShouldBe(72);
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(200_000)]
    public async Task Reads_a_zip64_end_record_far_from_the_end(int extension)
    {
        var jar = new TestJar(Manifest)
        {
            Zip64End = true,
            Zip64Extension = new byte[extension],
            Comment = new byte[65_535],
        };

        (await Reads.DescribeAsync(jar)).MainClass.ShouldBe("a.Main");
    }

    [Fact]
    public async Task Takes_the_last_of_two_entries_with_one_name_as_Java_does()
    {
        var jar = new TestJar(
            TestEntry.Text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: first.Main\n"),
            TestEntry.Class("a/A", major: 52),
            TestEntry.Text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: last.Main\n"),
            TestEntry.Class("a/A", major: 61));

        var description = await Reads.DescribeAsync(jar);

        description.MainClass.ShouldBe("last.Main");
        description.Entries.ShouldBe(4);
        description.Classes.Count.ShouldBe(1);
        description.Codes().ShouldContain(JarWarningCode.DuplicateEntries);
    }

    [Fact]
    public async Task Reads_entries_with_data_descriptors_and_stored_entries()
    {
        var jar = new TestJar(Manifest with { DataDescriptor = true }, TestEntry.Class("a/A") with { Method = 0 });

        var description = await Reads.DescribeAsync(jar);

        description.MainClass.ShouldBe("a.Main");
        description.Java.ShouldNotBeNull().Exact.ShouldBeTrue();
    }

    [Fact]
    public async Task Reads_around_encrypted_and_unsupported_entries()
    {
        var jar = new TestJar(
            Manifest,
            TestEntry.Class("x/Y"),
            TestEntry.Text("META-INF/services/a.S", "a.Impl") with { Flags = 1 },
            TestEntry.Text("META-INF/maven/g/a/pom.xml", "<project/>") with { Method = 93 });

        var description = await Reads.DescribeAsync(jar);

        description.Codes().ShouldBe(
            [
                JarWarningCode.UnsupportedEntries, JarWarningCode.UnreadableEntry, JarWarningCode.UnreadableEntry,
                JarWarningCode.NoOwnPom,
            ]);
        description.Unread.ShouldBe(["META-INF/maven/g/a/pom.xml", "META-INF/services/a.S"]);
    }

    [Fact]
    public async Task Counts_the_directory_when_the_end_record_miscounts()
    {
        var description = await Reads.DescribeAsync(
            new TestJar(Manifest, TestEntry.Class("a/A")) { StatedEntries = 1 });

        description.Entries.ShouldBe(2);
        description.Codes().ShouldBe([JarWarningCode.EntryCountDiffers]);
    }

    [Fact]
    public async Task Keeps_names_that_are_not_utf8_and_warns_that_Java_refuses_them()
    {
        var jar = new TestJar(Manifest, new TestEntry([(byte)'a', 0xE4, .. ".class"u8], [0]));

        var description = await Reads.DescribeAsync(jar);

        description.Classes.ShouldHaveSingleItem().Name.ShouldBe("aä");
        description.Codes().ShouldContain(JarWarningCode.NameNotUtf8);
    }

    [Fact]
    public async Task Describes_an_archive_without_entries()
    {
        var description = await Reads.DescribeAsync(new TestJar());

        description.Entries.ShouldBe(0);
        description.Codes().ShouldBe([JarWarningCode.NoManifest]);
    }

    [Fact]
    public async Task Finds_a_manifest_in_any_case_and_at_any_place()
        => (await Reads.DescribeAsync(
            new TestJar(TestEntry.Class("a/A"), TestEntry.Text("Meta-inf/Manifest.mf", "Main-Class: b.B\n"))))
            .MainClass.ShouldBe("b.B");
}
