using Jarpoint.Catalog.Announcing;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Announcing;

public sealed class JarAnnouncementsTests
{
    private const string Mark = "catalog/v1/announced.json";

    private readonly TestCatalog catalog = new();
    private readonly HeardEvents heard = new();

    [Fact]
    public async Task A_catalog_that_is_there_already_is_not_told_again()
    {
        await UploadAsync("jars/old.jar");
        (await FollowAsync()).ShouldBeTrue();
        await UploadAsync("jars/new.jar");
        (await FollowAsync()).ShouldBeTrue();

        heard.Keys.ShouldBe(["jars/new.jar"]);
    }

    [Fact]
    public async Task A_mark_of_0_has_everything_told()
    {
        await UploadAsync("jars/old.jar");
        await catalog.PutTextAsync(Mark, """{"format":"jarpoint.mark/1","revision":0}""");
        await FollowAsync();

        heard.Keys.ShouldBe(["jars/old.jar"]);
    }

    [Fact]
    public async Task Nothing_new_costs_one_read()
    {
        await FollowAsync();
        await UploadAsync("jars/a.jar");
        await FollowAsync();

        var revision = (await catalog.Reader.LatestAsync(Cancellation)).Revision;
        var cost = await catalog.CostAsync(() => Announcements().FollowAsync(
            new PublishedCatalog(revision, catalog.Reader, Cancellation), CancellationToken.None, Cancellation));

        (cost.Requests, cost.Gets).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Who_dies_between_telling_and_its_mark_tells_the_same_again()
    {
        await FollowAsync();
        await UploadAsync("jars/a.jar");
        catalog.Store.OnRequest = request => request is { Verb: StoreVerb.Put, Key: Mark }
            ? throw new IOException("died")
            : ValueTask.FromResult(StoreFault.None);
        await Should.ThrowAsync<IOException>(FollowAsync);
        catalog.Store.OnRequest = null;
        await FollowAsync();
        await FollowAsync();

        heard.Ids.ShouldBe(["1-1", "1-1"]);
    }

    [Fact]
    public async Task What_is_not_taken_is_told_again_and_nothing_is_left_out()
    {
        await FollowAsync();
        await UploadAsync("jars/a.jar");
        heard.Refuses = true;
        await Should.ThrowAsync<NotAnnouncedException>(FollowAsync);
        await UploadAsync("jars/b.jar");
        heard.Refuses = false;
        await FollowAsync();

        heard.Keys.ShouldBe(["jars/a.jar", "jars/b.jar"]);
    }

    [Fact]
    public async Task A_backlog_is_told_bit_by_bit_when_time_is_short()
    {
        await FollowAsync();
        for (var number = 0; number < 5; number++)
        {
            await UploadAsync($"jars/{number}.jar");
        }

        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        for (var run = 1; run < 5; run++)
        {
            (await FollowUntilAsync(over.Token)).ShouldBeFalse();
            heard.Keys.Count.ShouldBe(run);
        }

        (await FollowUntilAsync(over.Token)).ShouldBeTrue();
        heard.Ids.ShouldBe(["1-1", "2-1", "3-1", "4-1", "5-1"]);
    }

    [Fact]
    public async Task Two_at_once_leave_nothing_out()
    {
        await FollowAsync();
        await UploadAsync("jars/a.jar");
        await UploadAsync("jars/b.jar");
        heard.Meanwhile = async () =>
        {
            heard.Meanwhile = null;
            await FollowAsync();
        };
        (await FollowAsync()).ShouldBeFalse();
        (await FollowAsync()).ShouldBeTrue();

        heard.Ids.Distinct().ShouldBe(["1-1", "2-1"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_damaged_mark_begins_anew()
    {
        await UploadAsync("jars/a.jar");
        await catalog.PutTextAsync(Mark, "{");
        (await FollowAsync()).ShouldBeTrue();
        await UploadAsync("jars/b.jar");
        await FollowAsync();

        heard.Keys.ShouldBe(["jars/b.jar"]);
    }

    private Task UploadAsync(string key) => catalog.AppendAsync(Rejected(key));

    private async Task<bool> FollowUntilAsync(CancellationToken windUp)
    {
        await catalog.Publisher.PublishAsync(Cancellation);
        var view = await catalog.Reader.LatestAsync(Cancellation);
        return await Announcements().FollowAsync(new PublishedCatalog(view), windUp, Cancellation);
    }

    private Task<bool> FollowAsync() => FollowUntilAsync(CancellationToken.None);

    private JarAnnouncements Announcements() => new(catalog.Store, Layout, catalog.Reader, heard);
}
