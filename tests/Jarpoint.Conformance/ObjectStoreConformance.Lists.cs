using System.Globalization;
using System.Text;
using Jarpoint.Catalog.Storage;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

public abstract partial class ObjectStoreConformance
{
    [Fact]
    public async Task Lists_keys_in_the_order_of_their_UTF8_bytes()
    {
        // U+FF5E is above the surrogates in UTF-16 and below U+1F600 in UTF-8.
        string[] names = ["B", "a", "a/b", "a0", "\u00e9", "\u65e5", "\uff5e", "\U0001f600"];
        foreach (var name in names.Reverse())
        {
            await StoreAsync(Key(name), 1);
        }

        (await ListAsync(Subject.Prefix)).Select(static listed => listed.Key).ShouldBe(names.Select(Key));
    }

    [Fact]
    public async Task Lists_more_keys_than_fit_on_a_page()
    {
        var keys = Enumerable.Range(0, 1050)
            .Select(i => Key(i.ToString("D5", CultureInfo.InvariantCulture))).ToArray();
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (key, _) => await StoreAsync(key, 1));

        (await ListAsync(Subject.Prefix)).Select(static listed => listed.Key).ShouldBe(keys);
        (await ListAsync(Subject.Prefix, keys[9])).Select(static listed => listed.Key).ShouldBe(keys[10..]);
    }

    [Theory]
    [InlineData("b", "c,d")]
    [InlineData("bb", "c,d")]
    [InlineData("d", "")]
    [InlineData("", "a,b,c,d")]
    public async Task Lists_keys_after_a_key_whether_it_exists_or_not(string after, string expected)
    {
        foreach (var name in (string[])["a", "b", "c", "d"])
        {
            await StoreAsync(Key(name), 1);
        }

        var names = (await ListAsync(Subject.Prefix, Key(after))).Select(listed => listed.Key[Subject.Prefix.Length..]);

        string.Join(',', names).ShouldBe(expected);
    }

    [Fact]
    public async Task Lists_nothing_outside_the_prefix_and_nothing_deleted()
    {
        await StoreAsync(Key("in/a"), 1);
        await StoreAsync(Key("in/b"), 1);
        await StoreAsync(Key("in"), 1);
        await StoreAsync(Key("inn"), 1);
        await Subject.DeleteAsync(Key("in/b"), Cancellation);

        (await ListAsync(Key("in/"))).ShouldHaveSingleItem().Key.ShouldBe(Key("in/a"));
    }

    [Fact]
    public async Task Lists_nothing_where_there_is_nothing()
        => (await ListAsync(Key("none/"))).ShouldBeEmpty();

    [Theory]
    [InlineData("a+b.jar")]
    [InlineData("a b  c.jar")]
    [InlineData("a%20b%2Fc%.jar")]
    [InlineData("a@b#c?d=e&f;g:h,i!.jar")]
    [InlineData("a/../b/./c.jar")]
    [InlineData("a//b.jar")]
    [InlineData("'single' \"double\" `back`.jar")]
    [InlineData("line\nbreak\ttab.jar")]
    [InlineData("back\\slash.jar")]
    [InlineData("<xml>&amp;</xml>.jar")]
    [InlineData("gr\u00fc\u00dfe-\u65e5\u672c-\U0001f600.jar")]
    [InlineData("e\u0301.jar")]
    public async Task Keeps_every_character_of_a_key(string name)
    {
        var stored = await StoreAsync(Key(name), 1, 2, 3);

        await ShouldServeAsync(Key(name), stored);
    }

    [Fact]
    public async Task Keeps_a_key_of_1024_bytes()
    {
        var key = Key(new string('k', 1024 - Encoding.UTF8.GetByteCount(Subject.Prefix)));
        var stored = await StoreAsync(key, 1, 2, 3);

        await ShouldServeAsync(key, stored);
    }

    private async Task ShouldServeAsync(string key, PutOutcome.Stored stored)
    {
        var target = new ObjectReference(key, stored.VersionId, stored.ETag);
        (await ReadAsync(target)).ShouldBe([1, 2, 3]);
        (await HeadAsync(key)).Size.ShouldBe(3);
        (await ListAsync(Subject.Prefix)).ShouldHaveSingleItem().Key.ShouldBe(key);
        await Subject.DeleteAsync(key, Cancellation);
        await ShouldBeMissingAsync(new ObjectReference(key));
    }
}
