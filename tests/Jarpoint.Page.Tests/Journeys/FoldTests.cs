using System.Text.Json;
using Jarpoint.Page.Tests.Browsing;
using Jarpoint.Page.Tests.Catalogs;

namespace Jarpoint.Page.Tests.Journeys;

public sealed class FoldTests(Chromium chromium)
{
    private const string Fold =
        """
        async () => {
          const file = name => new URL(name, document.querySelector('script').src).href;
          const [{ Reading }, { apply, current }] = await Promise.all([import(file('reading.js')), import(file('fold.js'))]);
          const state = new Map();
          await new Reading(new URL('../', location)).follow(0, null, commit => commit.facts.forEach(fact => apply(state, fact)));
          return [...state.values()].map(current).filter(fact => fact.kind !== 'removed')
            .map(({ key, kind, sequencer, versionId, eTag, size, jar }) =>
              [key, kind, sequencer, versionId, eTag, size, jar?.description, jar?.version].join(' '));
        }
        """;

    private const string Snapshot =
        """
        async () => {
          const file = name => new URL(name, document.querySelector('script').src).href;
          const [{ Reading }, { Row }] = await Promise.all([import(file('reading.js')), import(file('row.js'))]);
          const reading = new Reading(new URL('../', location));
          const rows = [...(await reading.snapshot(await reading.head())).values()];
          return {
            misread: rows.filter(row => JSON.stringify(row) !== JSON.stringify(Row.of({ event: row.event, listing: row.listing }))),
            shown: rows.filter(row => row.isThere).map(({ key, groupId, artifactId, version, scala, java, warnings }) =>
              [key, groupId, artifactId, version, scala, java, warnings.join(',')].join(' ')),
          };
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_page_folds_the_log_as_the_library_does(int seed)
    {
        await using var site = await PageSite.StartAsync();
        var facts = new RandomFacts(seed);
        for (var commit = 0; commit < 30; commit++)
        {
            await site.AppendAsync([.. Enumerable.Range(0, 10).Select(_ => facts.Next())]);
        }

        await using var visit = await chromium.VisitAsync(site.Page);
        var folded = await visit.Page.EvaluateAsync<JsonElement>(Fold);

        var expected = (await site.ReadAsync()).Entries.Select(static fact => string.Join(
            ' ',
            fact.Key,
            JsonNamingPolicy.CamelCase.ConvertName(fact.Kind.ToString()),
            fact.Sequencer,
            fact.VersionId,
            fact.ETag,
            fact.Size,
            fact.Jar?.Description,
            fact.Jar?.Version));
        folded.EnumerateArray().Select(static line => line.GetString()).ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task What_is_cut_out_of_a_snapshot_is_what_its_facts_say(int seed)
    {
        await using var site = await PageSite.StartAsync();
        var facts = new RandomFacts(seed);
        for (var commit = 0; commit < 10; commit++)
        {
            await site.AppendAsync([.. Enumerable.Range(0, 10).Select(_ => facts.Next())]);
        }

        await site.CommitAsync(
            ("jars/plain.jar", TestJar.Of("org.example", "plain_2.13", "1.0", ("org/example/Plain.class", "plain"))),
            ("jars/quoted \"\\.jar", TestJar.Of("org.example", "quo\"ted\\", "1.0")),
            ("jars/broken.jar", "no archive at all"u8.ToArray()));
        await site.PublishAsync();

        await using var visit = await chromium.VisitAsync(site.Page);
        var read = await visit.Page.EvaluateAsync<JsonElement>(Snapshot);

        read.GetProperty("misread").GetArrayLength().ShouldBe(0);
        var expected = (await site.ReadAsync()).Entries.Select(static fact => string.Join(
            ' ',
            fact.Key,
            fact.Jar?.GroupId,
            fact.Jar?.ArtifactId,
            fact.Jar?.Version,
            fact.Jar?.Scala,
            fact.Jar?.Java,
            fact.Rejection is null ? string.Join(',', fact.Jar?.Warnings ?? []) : "rejected"));
        read.GetProperty("shown").EnumerateArray().Select(static line => line.GetString()).ShouldBe(expected, ignoreOrder: true);
    }
}
