using System.IO.Compression;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.RealJars;

public sealed class ConformanceTests
{
    [Fact]
    public async Task Sees_the_entries_and_classes_that_another_zip_reader_sees()
    {
        foreach (var (label, path) in RealJarFolder.List(RealJarFolder.Require()))
        {
            using var zip = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
            var description = await RealJarFolder.DescribeAsync(path);

            description.Entries.ShouldBe(zip.Entries.Count, label);
            description.Classes.Select(static entry => (entry.Name + ".class", entry.Crc, entry.Size)).ShouldBe(
                zip.Entries.Where(static entry => entry.FullName.EndsWith(".class", StringComparison.Ordinal))
                    .Select(static entry => (entry.FullName, entry.Crc32, entry.Length)),
                customMessage: label);
        }
    }

    [Fact]
    public async Task Finds_the_same_identity_by_ranges_as_in_the_whole_jar()
    {
        foreach (var (label, path) in RealJarFolder.List(RealJarFolder.Require()))
        {
            var whole = await RealJarFolder.DescribeAsync(path);
            var ranges = await RealJarFolder.DescribeAsync(path, Reads.Ranges);

            ranges.Classes.ShouldBe(whole.Classes, customMessage: label);
            if (ranges.Unread.Count == 0)
            {
                ranges.Identity.Coordinates.ShouldBe(whole.Identity.Coordinates, label);
                (ranges.Java?.Release ?? 0).ShouldBeLessThanOrEqualTo(whole.Java?.Release ?? 0, label);
            }
        }
    }

    [Fact]
    public async Task Describes_a_jar_alike_whole_and_streamed()
    {
        foreach (var (label, path) in RealJarFolder.List(RealJarFolder.Require()))
        {
            DescriptionText.Of(label, await RealJarFolder.DescribeAsync(path, Reads.Streaming))
                .ShouldBe(DescriptionText.Of(label, await RealJarFolder.DescribeAsync(path)));
        }
    }
}
