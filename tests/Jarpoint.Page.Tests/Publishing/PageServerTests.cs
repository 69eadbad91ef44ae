using System.Net;
using Jarpoint.Catalog.Page;
using Jarpoint.Page.Tests.Catalogs;

namespace Jarpoint.Page.Tests.Publishing;

public sealed class PageServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_at_the_root_is_led_to_the_page_before_anything_is_published()
    {
        await using var site = await PageSite.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Root);
        request.Headers.Accept.ParseAdd("text/html");

        using var answer = await client.SendAsync(request, Cancellation);

        answer.RequestMessage!.RequestUri.ShouldBe(site.Page);
        (await answer.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(CatalogPage.Current.Index.Content.ToArray());
    }

    [Fact]
    public async Task The_page_is_the_published_one_with_a_policy_in_a_header()
    {
        await using var site = await PageSite.StartAsync();
        await site.OverwriteAsync("page/index.html", "published"u8.ToArray());
        using var client = new HttpClient();

        using var answer = await client.GetAsync(site.Page, Cancellation);

        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("published");
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe([CatalogPage.ContentSecurityPolicy]);
    }

    [Fact]
    public async Task Other_clients_get_the_buckets_at_the_root()
    {
        await using var site = await PageSite.StartAsync();
        using var client = new HttpClient();

        using var answer = await client.GetAsync(site.Root, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("ListAllMyBucketsResult");
    }
}
