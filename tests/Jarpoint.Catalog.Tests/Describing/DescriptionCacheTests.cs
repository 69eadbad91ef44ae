using Jarpoint.Catalog.Describing;
using Jarpoint.Jars.Description;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Describing;

public sealed class DescriptionCacheTests
{
    private readonly TestCatalog catalog = new();
    private readonly DescriptionCache cache;

    public DescriptionCacheTests() => cache = new DescriptionCache(catalog.Store, Layout, TimeProvider.System);

    [Fact]
    public async Task What_several_ask_for_is_read_once()
    {
        var digest = await PutAsync("a.jar", classes: 3);

        var cost = await catalog.CostAsync(async () =>
        {
            var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cache.GetAsync(digest, Cancellation)));
            asked.OfType<DescriptionOutcome.Found>().Count(static found => found.Jar.FileName == "a.jar").ShouldBe(8);
            await cache.GetAsync(digest, Cancellation);
        });

        cost.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_missing_is_asked_for_again()
    {
        var digest = await PutAsync("a.jar", classes: 1);
        catalog.Store.Delete(Layout.Description(digest));
        (await cache.GetAsync(digest, Cancellation)).ShouldBeOfType<DescriptionOutcome.Missing>();
        await PutAsync("a.jar", classes: 1);

        (await cache.GetAsync(digest, Cancellation)).ShouldBeOfType<DescriptionOutcome.Found>();
    }

    [Fact]
    public async Task A_read_that_failed_is_tried_again()
    {
        var digest = await PutAsync("a.jar", classes: 1);
        catalog.Store.OnRequest = static _ => throw new IOException("no connection");
        await Should.ThrowAsync<IOException>(cache.GetAsync(digest, Cancellation));
        catalog.Store.OnRequest = null;

        (await cache.GetAsync(digest, Cancellation)).ShouldBeOfType<DescriptionOutcome.Found>();
    }

    [Fact]
    public async Task Huge_descriptions_push_out_the_oldest()
    {
        var (first, huge) = (await PutAsync("a.jar", classes: 3), await PutAsync("b.jar", classes: 65_535));
        await cache.GetAsync(first, Cancellation);
        await cache.GetAsync(huge, Cancellation);

        (await catalog.CostAsync(() => cache.GetAsync(huge, Cancellation))).Requests.ShouldBe(0);
        (await catalog.CostAsync(() => cache.GetAsync(first, Cancellation))).Requests.ShouldBe(1);
    }

    private Task<string> PutAsync(string name, int classes)
        => new DescriptionStore(catalog.Store, Layout, TimeProvider.System).PutAsync(
            new JarDescription
            {
                FileName = name,
                Size = 1,
                ReadWhole = true,
                Entries = classes,
                Identity = new JarIdentity(null, EvidenceKind.None, [], []),
                Java = null,
                Scala = null,
                Module = null,
                Classes = [.. Enumerable.Range(0, classes).Select(static one => new ClassEntry($"C{one}.class", (uint)one, 1))],
            },
            Cancellation);
}
