using System.Globalization;
using Jarpoint.Catalog.Announcing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Announcing;

public sealed class JarEventsTests
{
    private const string Key = "jars/a.jar";

    private readonly JarEvents events = new(CatalogState.Empty);
    private long revision;

    [Fact]
    public void A_life_of_a_key_is_told_step_by_step()
    {
        Told(Described(1)).ShouldBe(["1-1 Described e1"]);
        Told(Described(2)).ShouldBe(["2-1 Replaced e2 after e1"]);
        Told(Rejected(Key, 3)).ShouldBe(["3-1 Rejected e3 after e2"]);
        Told(Described(4)).ShouldBe(["4-1 Described e4 after e3"]);
        Told(Removed(Key, 5)).ShouldBe(["5-1 Removed  after e4"]);
        Told(Described(6)).ShouldBe(["6-1 Described e6"]);
    }

    [Fact]
    public void Facts_that_came_twice_or_late_tell_nothing()
    {
        Told(Described(2)).Length.ShouldBe(1);
        Told(Described(2)).ShouldBeEmpty();
        Told(Described(1)).ShouldBeEmpty();
        Told(Removed(Key, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_reading_of_the_same_bytes_tells_nothing()
    {
        Told(Described(1)).Length.ShouldBe(1);
        Told(Described(1) with { Reader = 9 }).ShouldBeEmpty();
        Told(Described(2) with { ETag = "e1" }).ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_that_a_later_reader_can_read_are_a_jar_that_was_not_there()
    {
        Told(Rejected(Key)).ShouldBe(["1-1 Rejected e1"]);
        Told(Described(1) with { Reader = 2, Size = 0 }).ShouldBe(["2-1 Described e1 after e1"]);
    }

    [Fact]
    public void What_never_was_there_cannot_be_removed() => Told(Removed(Key, 1)).ShouldBeEmpty();

    [Fact]
    public void Events_of_one_commit_are_numbered()
        => Told(Described(1), Removed("jars/none.jar", 1), Described(1) with { Key = "jars/b.jar" })
            .ShouldBe(["1-1 Described e1", "1-2 Described e1"]);

    [Fact]
    public void What_was_before_is_known_from_the_state_it_starts_with()
    {
        var fold = new CatalogFold();
        fold.Add(Described(1));
        var commit = new CatalogCommit(Guid.NewGuid(), 7, Noon, [Described(2)]);

        new JarEvents(fold.ToState()).Of(commit).ShouldHaveSingleItem().Kind.ShouldBe(JarEventKind.Replaced);
    }

    [Fact]
    public void The_event_of_the_document_is_what_is_told()
    {
        var detail = JarEventText.Write(
            new JarEvent(JarEventKind.Replaced, 43, 1, Described(2), Described(1)), "spark-jars");

        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "events.md")).ShouldContain($"\"detail\":{detail}}}\n```");
    }

    private static CatalogFact Described(int sequencer) => Rejected(Key, sequencer) with
    {
        Kind = FactKind.Described,
        Size = 3,
        Rejection = null,
    };

    private string[] Told(params CatalogFact[] facts)
        =>
        [
            .. events.Of(new CatalogCommit(Guid.NewGuid(), ++revision, Noon, facts)).Select(one => string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Id} {one.Kind} {one.Fact.ETag}{(one.Before is { } before ? " after " + before.ETag : "")}")),
        ];
}
