using System.Text;
using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Json;

public sealed class HostileTextTests
{
    public static TheoryData<string> Keys { get; } =
    [
        "jars/a+b c%20d@e#f?.jar",
        "jars/../../etc/passwd.jar",
        "jars/\"quoted\" 'single' \\back\\.jar",
        "jars/line\r\nbreak\ttab\u0000nul\u001bescape.jar",
        "jars/gr\u00fc\u00dfe-\u65e5\u672c-\U0001f600-e\u0301-\u2028-\u202e.jar",
        "</script><!--.jar",
        "jars/" + new string('k', 1015) + ".jar",
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Comes_back_from_log_and_snapshot_as_it_was(string key)
    {
        var catalog = new TestCatalog();
        await catalog.AppendAsync(Rejected(key) with { VersionId = key, ETag = key });

        foreach (var publish in (bool[])[false, true])
        {
            if (publish)
            {
                await catalog.Publisher.PublishAsync(Cancellation);
            }

            var entry = (await catalog.Reader.LatestAsync(Cancellation)).Entries.ShouldHaveSingleItem();
            (entry.Key, entry.VersionId, entry.ETag).ShouldBe((key, key, key));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Is_one_line_of_JSON_whatever_it_holds(string key)
    {
        var text = JsonSerializer.Serialize(Rejected(key), Wire.Fact);

        text.ShouldNotContain("\n");
        JsonSerializer.Deserialize(text, Wire.Fact).ShouldBe(Rejected(key));
    }

    [Fact]
    public void Stays_legible()
        => JsonSerializer.Serialize(Rejected("jars/1.0+\u65e5.jar"), Wire.Fact).ShouldContain("jars/1.0+\u65e5.jar");

    [Fact]
    public void Instants_are_written_in_UTC()
    {
        var local = Rejected("a") with { At = Noon.ToOffset(TimeSpan.FromHours(5)) };

        JsonSerializer.Serialize(local, Wire.Fact).ShouldContain("\"at\":\"2026-01-02T12:00:00Z\"");
    }

    [Theory]
    [InlineData("""{"kind":0,"key":"a","at":"2026-01-02T12:00:00Z"}""")]
    [InlineData("""{"kind":"vanished","key":"a","at":"2026-01-02T12:00:00Z"}""")]
    [InlineData("""{"kind":"removed","at":"2026-01-02T12:00:00Z"}""")]
    [InlineData("""{"kind":"removed","key":"a"}""")]
    public void Refuses_a_fact_it_cannot_understand(string text)
        => Should.Throw<JsonException>(() => JsonSerializer.Deserialize(text, Wire.Fact));

    [Fact]
    public void Ignores_what_a_later_release_adds()
    {
        const string text =
            """{"later":[{}],"kind":"removed","key":"a","sequencer":"1","at":"2026-01-02T12:00:00Z","more":"x"}""";

        JsonSerializer.Deserialize(text, Wire.Fact).ShouldBe(new CatalogFact
        {
            Kind = FactKind.Removed,
            Key = "a",
            Sequencer = "1",
            At = Noon,
        });
    }

    [Fact]
    public void An_entry_is_about_four_hundred_bytes()
    {
        var size = Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(CatalogFixtures.Described(1), Wire.Fact));

        size.ShouldBeLessThanOrEqualTo(640);
    }
}
