using System.Text;
using System.Text.Json;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Snapshots;
using static Jarpoint.Catalog.Tests.Snapshots.SnapshotFixture;

namespace Jarpoint.Catalog.Tests.Snapshots;

/// <summary>Lines of a snapshot, sound and unsound. What cannot be understood is damaged, never a shorter catalog.</summary>
public sealed class SnapshotTextTests
{
    private static readonly string Text = TextOf(Three);

    [Fact]
    public void Each_key_is_a_line_of_JSON_and_all_lines_are_one_document()
    {
        var lines = Text.Split('\n');

        lines[0].ShouldBe("""{"format":"jarpoint.snapshot/1","revision":7,"keys":[""");
        lines[^2..].ShouldBe(["]}", ""]);
        lines[1..^2].Select(static line => JsonDocument.Parse(line.TrimEnd(',')).RootElement.GetProperty("event").GetProperty("key").GetString())
            .ShouldBe(["jars/a.jar", "jars/b.jar", "jars/line\nbreak.jar"]);
        JsonDocument.Parse(Text).RootElement.GetProperty("keys").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public void A_catalog_without_keys_is_two_lines()
        => TextOf(Catalog.Facts.CatalogState.Empty).ShouldBe(
            """{"format":"jarpoint.snapshot/1","revision":7,"keys":[""" + "\n]}\n");

    [Fact]
    public async Task Comes_back_as_it_was()
    {
        await ShouldBeAsync(Three, Text);
        await ShouldBeAsync(Catalog.Facts.CatalogState.Empty, TextOf(Catalog.Facts.CatalogState.Empty));
    }

    [Fact]
    public async Task Is_damaged_wherever_it_is_cut()
    {
        for (var length = 0; length < Text.Length - 1; length++)
        {
            (await ReadAsync(Text[..length])).ShouldBeOfType<SnapshotOutcome.Damaged>($"cut at {length}");
        }
    }

    [Fact]
    public async Task Is_damaged_or_whole_wherever_its_gzip_is_cut()
    {
        var packed = Gzip(Encoding.UTF8.GetBytes(Text));
        var damaged = 0;
        for (var length = 0; length < packed.Length; length++)
        {
            var outcome = await ReadAsync(packed.AsMemory(0, length));
            if (outcome is SnapshotOutcome.Damaged)
            {
                damaged++;
                continue;
            }

            TextOf(outcome.ShouldBeOfType<SnapshotOutcome.Found>().State).ShouldBe(Text);
        }

        damaged.ShouldBeGreaterThan(packed.Length / 2);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\n]}\n", "\n]}")]
    [InlineData("\"keys\":[\n", "\"later\":[{\"keys\":[]}],\"keys\":[ \n")]
    [InlineData("{\"event\":", "{\"later\":{\"event\":[1]},\"event\":")]
    [InlineData("{\"event\":", "{ \"listing\" : null , \"event\" : ")]
    [InlineData("\"size\":", "\"later\":null,\"size\":")]
    [InlineData("\"key\":", "\"\\u006bey\":")]
    public async Task Tolerates_what_changes_nothing(string written, string changed)
    {
        Text.ShouldContain(written);

        await ShouldBeAsync(Three, Text.Replace(written, changed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(",\n", ",")]
    [InlineData(",\n", "\n")]
    [InlineData("}\n]}", "},\n]}")]
    [InlineData("\n]}", "]}")]
    [InlineData("\n]}\n", "\n]}\n]}\n")]
    [InlineData("\n]}\n", "\n]}\n\n")]
    [InlineData("\n]}\n", "\n]\n}\n")]
    [InlineData(",\n", ",\n\n")]
    [InlineData("\"keys\":[\n", "\"keys\":[")]
    [InlineData("\"keys\":[\n", "\"keys\":[\n\n")]
    [InlineData("\"keys\":[\n", "\"others\":[\n")]
    [InlineData("\"revision\":7,", "")]
    [InlineData("\"revision\":7,", "\"revision\":\"7\",")]
    [InlineData("\"format\":\"jarpoint.snapshot/1\",", "")]
    [InlineData("jars/b.jar", "jars/a.jar")]
    [InlineData("jars/b.jar", "jars/z.jar")]
    [InlineData("\"event\":", "\"evening\":")]
    [InlineData("\"size\":0", "\"size\":0.5")]
    [InlineData("\"size\":0", "\"size\":\"0\"")]
    [InlineData("\"key\":\"jars/a.jar\"", "\"key\":1")]
    [InlineData("2026-01-02T12:00:01Z", "yesterday")]
    public async Task Is_damaged_by_what_is_not_its_layout(string written, string changed)
    {
        Text.ShouldContain(written);

        var outcome = await ReadAsync(Text.Replace(written, changed, StringComparison.Ordinal));

        outcome.ShouldBeOfType<SnapshotOutcome.Damaged>().Detail.ShouldContain(TestCatalog.Layout.Snapshot(Revision));
    }

    [Fact]
    public async Task Is_damaged_when_it_states_another_revision()
        => (await ReadAsync(Text.Replace("\"revision\":7", "\"revision\":8", StringComparison.Ordinal)))
            .ShouldBeOfType<SnapshotOutcome.Damaged>().Detail.ShouldEndWith("It says that it is revision 8.");

    [Fact]
    public async Task Says_so_when_a_later_release_wrote_it()
        => (await Should.ThrowAsync<UnsupportedFormatException>(
            () => ReadAsync("""{"format":"jarpoint.snapshot/2","shape":[{"other":true}]}""")))
            .Message.ShouldBe("The document's format is 'jarpoint.snapshot/2'; this release reads 'jarpoint.snapshot/1'.");

    private static async Task ShouldBeAsync(Catalog.Facts.CatalogState expected, string text)
        => TextOf((await ReadAsync(text)).ShouldBeOfType<SnapshotOutcome.Found>().State).ShouldBe(TextOf(expected));
}
