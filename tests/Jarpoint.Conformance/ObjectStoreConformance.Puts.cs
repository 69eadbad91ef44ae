using Jarpoint.Catalog.Storage;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

public abstract partial class ObjectStoreConformance
{
    [Fact]
    public async Task Creates_an_object_that_is_absent()
    {
        (await PutAsync(Key("a"), new byte[] { 1 }, new PutCondition.Absent())).ShouldBeOfType<PutOutcome.Stored>();

        (await ReadAsync(Key("a"))).ShouldBe([1]);
    }

    [Fact]
    public async Task Refuses_to_create_an_object_that_exists()
    {
        await StoreAsync(Key("a"), 1);

        (await PutAsync(Key("a"), new byte[] { 2 }, new PutCondition.Absent()))
            .ShouldBeOfType<PutOutcome.PreconditionFailed>();

        (await ReadAsync(Key("a"))).ShouldBe([1]);
    }

    [Fact]
    public async Task Creates_an_object_again_after_it_was_deleted()
    {
        await StoreAsync(Key("a"), 1);
        await Subject.DeleteAsync(Key("a"), Cancellation);

        (await PutAsync(Key("a"), new byte[] { 2 }, new PutCondition.Absent())).ShouldBeOfType<PutOutcome.Stored>();

        (await ReadAsync(Key("a"))).ShouldBe([2]);
    }

    [Fact]
    public async Task Replaces_an_object_whose_ETag_matches()
    {
        var first = await StoreAsync(Key("a"), 1);

        (await PutAsync(Key("a"), new byte[] { 2 }, new PutCondition.Matches(first.ETag)))
            .ShouldBeOfType<PutOutcome.Stored>().ETag.ShouldNotBe(first.ETag);

        (await ReadAsync(Key("a"))).ShouldBe([2]);
    }

    [Fact]
    public async Task Refuses_to_replace_an_object_whose_ETag_differs()
    {
        var first = await StoreAsync(Key("a"), 1);
        await StoreAsync(Key("a"), 2);

        (await PutAsync(Key("a"), new byte[] { 3 }, new PutCondition.Matches(first.ETag)))
            .ShouldBeOfType<PutOutcome.PreconditionFailed>();

        (await ReadAsync(Key("a"))).ShouldBe([2]);
    }

    [Fact]
    public async Task Refuses_to_replace_an_object_that_never_was()
    {
        var other = await StoreAsync(Key("other"), 1);

        (await PutAsync(Key("a"), new byte[] { 2 }, new PutCondition.Matches(other.ETag)))
            .ShouldBeOfType<PutOutcome.PreconditionFailed>();

        await ShouldBeMissingAsync(new ObjectReference(Key("a")));
    }

    [Fact]
    public async Task Refuses_to_replace_an_object_that_was_deleted()
    {
        var first = await StoreAsync(Key("a"), 1);
        await Subject.DeleteAsync(Key("a"), Cancellation);

        (await PutAsync(Key("a"), new byte[] { 2 }, new PutCondition.Matches(first.ETag)))
            .ShouldBeOfType<PutOutcome.PreconditionFailed>();

        await ShouldBeMissingAsync(new ObjectReference(Key("a")));
    }

    [Fact]
    public async Task Lets_exactly_one_of_sixteen_concurrent_creations_win()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            i => Task.Run(() => PutAsync(Key("a"), new[] { (byte)i }, new PutCondition.Absent()), Cancellation)));

        outcomes.Count(static outcome => outcome is PutOutcome.Stored).ShouldBe(1);
        (await ReadAsync(Key("a"))).ShouldBe([(byte)Array.FindIndex(outcomes, static o => o is PutOutcome.Stored)]);
    }

    [Fact]
    public async Task Lets_exactly_one_of_sixteen_concurrent_replacements_win()
    {
        var first = await StoreAsync(Key("a"), 255);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => PutAsync(Key("a"), new[] { (byte)i }, new PutCondition.Matches(first.ETag)), Cancellation)));

        outcomes.Count(static outcome => outcome is PutOutcome.Stored).ShouldBe(1);
        (await ReadAsync(Key("a"))).ShouldBe([(byte)Array.FindIndex(outcomes, static o => o is PutOutcome.Stored)]);
    }

    [Fact]
    public async Task Shows_every_write_to_the_read_that_follows_it()
    {
        for (byte i = 0; i < 20; i++)
        {
            var stored = await StoreAsync(Key("a"), i);

            (await ReadAsync(Key("a"))).ShouldBe([i]);
            (await HeadAsync(Key("a"))).ETag.ShouldBe(stored.ETag);
            (await ListAsync(Key("a"))).ShouldHaveSingleItem().ETag.ShouldBe(stored.ETag);
        }
    }

    [Fact]
    public async Task Stores_an_object_of_no_bytes()
    {
        await StoreAsync(Key("a"));

        (await HeadAsync(Key("a"))).Size.ShouldBe(0);
        (await ReadAsync(Key("a"))).ShouldBeEmpty();
        (await Store.GetRangeAsync(new ObjectReference(Key("a")), 0, new byte[8], Cancellation))
            .ShouldBe(new RangeOutcome.Read(0));
    }

    [Fact]
    public async Task Stores_an_object_of_twenty_megabytes()
    {
        var content = new byte[20_000_000];
        new Random(1).NextBytes(content);

        await StoreAsync(Key("a"), content);

        (await HeadAsync(Key("a"))).Size.ShouldBe(content.Length);
        (await ReadAsync(Key("a"))).AsSpan().SequenceEqual(content).ShouldBeTrue();
    }
}
