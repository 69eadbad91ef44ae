using System.Text;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Manifest;

namespace Jarpoint.Jars.Tests.Manifest;

public sealed class ManifestParserTests
{
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Drops_exactly_one_leading_space_of_a_continuation(string end)
    {
        var manifest = Parse($"A: one{end}  two {end} three{end}{end}");

        manifest.Main.ShouldBe([new ManifestAttribute("A", "one two three")]);
    }

    [Fact]
    public void Joins_bytes_before_decoding_them()
        => ManifestParser.Parse([.. "A: "u8, 0xC3, .. "\n "u8, 0xA9, (byte)'\n']).Main.ShouldHaveSingleItem()
            .Value.ShouldBe("é");

    [Fact]
    public void Reads_a_last_line_without_an_end() => Parse("A: b").Main.ShouldBe([new ManifestAttribute("A", "b")]);

    [Fact]
    public void Finds_attributes_without_regard_to_case() => Parse("MAIN-class: a.B\n")["Main-Class"].ShouldBe("a.B");

    [Fact]
    public void Takes_the_last_of_repeated_attributes()
        => Parse("A: 1\nB: 2\na: 3\n")
            .Main.ShouldBe([new ManifestAttribute("a", "3"), new ManifestAttribute("B", "2")]);

    [Fact]
    public void Keeps_sections_that_hold_more_than_digests()
    {
        var manifest = Parse(
            "A: b\n\nName: a/\nSealed: true\nSHA-256-Digest: x\n\n\nName: b/C.class\nSHA-256-Digest: y\nSHA1-Digest-Manifest: z\n");

        manifest.Main.Count.ShouldBe(1);
        var section = manifest.Sections.ShouldHaveSingleItem();
        section.Name.ShouldBe("a/");
        section.Attributes.ShouldBe([new ManifestAttribute("Sealed", "true")]);
        manifest.Faults.ShouldBe(0);
    }

    [Fact]
    public void Counts_lines_that_break_the_specification_and_reads_on()
    {
        var manifest = Parse("no colon\nA:b\nC: d\n\nSealed: true\n");

        manifest.Faults.ShouldBe(3);
        manifest.Main.ShouldBe([new ManifestAttribute("A", "b"), new ManifestAttribute("C", "d")]);
    }

    [Theory]
    [InlineData("Apache-2.0;link=\"http://a,b\", MIT", new[] { "Apache-2.0", "MIT" })]
    [InlineData("\"Apache License, Version 2.0\";link=x", new[] { "Apache License, Version 2.0" })]
    [InlineData(" , \"open", new string[0])]
    public void Splits_an_OSGi_header_outside_quotes(string header, string[] values)
        => OsgiHeader.Values(header).ShouldBe(values);

    private static JarManifest Parse(string text) => ManifestParser.Parse(Encoding.UTF8.GetBytes(text));
}
