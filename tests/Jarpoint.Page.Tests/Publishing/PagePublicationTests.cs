using Jarpoint.Catalog;
using Jarpoint.Catalog.Page;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Page.Tests.Publishing;

public sealed class PagePublicationTests
{
    private static readonly CatalogLayout Layout = new();

    private readonly InMemoryObjectStore store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string IndexKey => Layout.Root + "page/index.html";

    [Fact]
    public async Task Every_file_is_there_before_the_index_that_names_it()
    {
        var order = new List<string>();
        store.OnRequest = request =>
        {
            if (request.Verb is StoreVerb.Put)
            {
                lock (order)
                {
                    order.Add(request.Key);
                }
            }

            return ValueTask.FromResult(StoreFault.None);
        };

        (await FollowAsync(Publication())).ShouldBeTrue();

        order.Count.ShouldBe(CatalogPage.Current.Files.Count + 1);
        order[^1].ShouldBe(IndexKey);
    }

    [Fact]
    public async Task A_page_that_is_there_costs_one_read_of_a_new_process_and_none_after_it()
    {
        await FollowAsync(Publication());
        var publication = Publication();
        var before = store.Usage;

        await FollowAsync(publication);
        (store.Usage - before).ShouldBe(new StoreUsage(1, 0, 0, 0, 0, CatalogPage.Current.Index.Content.Length, 0));
        before = store.Usage;
        await FollowAsync(publication);

        (store.Usage - before).Requests.ShouldBe(0);
    }

    [Fact]
    public async Task The_index_of_another_release_is_replaced()
    {
        await store.PutAsync(new ObjectWrite(IndexKey, "<!doctype html>"u8.ToArray(), new PutCondition.None()), Cancellation);

        await FollowAsync(Publication());

        (await IndexAsync()).ShouldBe(CatalogPage.Current.Index.Content.ToArray());
    }

    [Fact]
    public async Task Conflicts_are_tried_again()
    {
        var refused = 0;
        store.OnRequest = request => ValueTask.FromResult(
            request.Verb is StoreVerb.Put && Interlocked.Increment(ref refused) <= 2 ? StoreFault.Conflict : StoreFault.None);

        (await FollowAsync(Publication())).ShouldBeTrue();

        (await IndexAsync()).ShouldBe(CatalogPage.Current.Index.Content.ToArray());
        foreach (var file in CatalogPage.Current.Files)
        {
            var key = new ObjectReference(Layout.Root + "page/" + file.Name);
            (await store.HeadAsync(key, Cancellation)).ShouldBeOfType<HeadOutcome.Found>();
        }
    }

    [Fact]
    public void The_page_is_small_and_its_index_has_no_script_of_its_own()
    {
        var page = CatalogPage.Current;
        var index = System.Text.Encoding.UTF8.GetString(page.Index.Content.Span);

        page.Files.Sum(static file => file.Content.Length).ShouldBeLessThan(200 << 10);
        index.ShouldContain(page.Files[0].Name.Split('/')[0] + "/main.js");
        index.ShouldNotContain("{{");
        index.ShouldNotContain("<style");
        index.ShouldNotContain("http://");
        index.ShouldNotContain("https://");
        CatalogPage.ContentSecurityPolicy.ShouldStartWith(Between(index, "Content-Security-Policy\" content=\"", "\""));
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private PagePublication Publication() => new(store, Layout, TimeProvider.System);

    private async Task<bool> FollowAsync(PagePublication publication)
    {
        var catalog = new PublishedCatalog(0, new CatalogReader(store, Layout), Cancellation);
        return await publication.FollowAsync(catalog, CancellationToken.None, Cancellation);
    }

    private async Task<byte[]> IndexAsync()
    {
        var found = (await store.GetAsync(new ObjectReference(IndexKey), Cancellation)).ShouldBeOfType<GetOutcome.Found>();
        using var bytes = new MemoryStream();
        await found.Content.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }
}
