using System.Text;
using Amazon.S3.Model;
using FsCheck.Xunit;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class ListingTests(S3Server server) : IClassFixture<S3Server>
{
    private static readonly string[] Tree = ["a", "b/1", "b/2", "b/c/3", "b0", "d/4"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1000)]
    public async Task Pages_of_any_size_list_every_key_once_in_order(int pageSize)
    {
        var bucket = await BucketAsync(Tree);

        var (keys, prefixes) = await ListAllAsync(bucket, request => request.MaxKeys = pageSize);

        keys.ShouldBe(Tree);
        prefixes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task A_delimiter_groups_keys_once_whatever_the_page_size(int pageSize)
    {
        var bucket = await BucketAsync(Tree);

        var (keys, prefixes) = await ListAllAsync(bucket, request =>
        {
            request.Delimiter = "/";
            request.MaxKeys = pageSize;
        });
        var (below, groups) = await ListAllAsync(bucket, request =>
        {
            request.Delimiter = "/";
            request.Prefix = "b/";
            request.MaxKeys = pageSize;
        });

        keys.ShouldBe(["a", "b0"]);
        prefixes.ShouldBe(["b/", "d/"]);
        below.ShouldBe(["b/1", "b/2"]);
        groups.ShouldBe(["b/c/"]);
    }

    [Fact]
    public async Task Start_after_begins_behind_the_key_whether_it_exists_or_not()
    {
        var bucket = await BucketAsync(Tree);

        (await ListAllAsync(bucket, request => request.StartAfter = "b/2")).Keys.ShouldBe(["b/c/3", "b0", "d/4"]);
        (await ListAllAsync(bucket, request => request.StartAfter = "b/9")).Keys.ShouldBe(["b/c/3", "b0", "d/4"]);
        (await ListAllAsync(bucket, request => request.StartAfter = "z")).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deleted_keys_are_not_listed()
    {
        var bucket = await BucketAsync(Tree);
        server.Store.Delete(bucket, "b/1");

        (await ListAllAsync(bucket, request => request.Prefix = "b/")).Keys.ShouldBe(["b/2", "b/c/3"]);
    }

    [Fact]
    public async Task Version_1_pages_by_marker_and_gives_the_next_one_with_a_delimiter()
    {
        var bucket = await BucketAsync(Tree);
        var request = new ListObjectsRequest { BucketName = bucket, Delimiter = "/", MaxKeys = 2 };

        var first = await server.Client.ListObjectsAsync(request, TestContext.Current.CancellationToken);
        request.Marker = first.NextMarker;
        var second = await server.Client.ListObjectsAsync(request, TestContext.Current.CancellationToken);

        (first.S3Objects.Single().Key, first.CommonPrefixes.Single(), first.NextMarker).ShouldBe(("a", "b/", "b/"));
        (second.S3Objects.Single().Key, second.CommonPrefixes.Single()).ShouldBe(("b0", "d/"));
        (first.IsTruncated, second.IsTruncated).ShouldBe((true, false));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Versions_are_listed_newest_first_in_pages_of_any_size(int pageSize)
    {
        var bucket = server.NewBucket();
        List<string> expected = [];
        foreach (var key in (string[])["a", "b"])
        {
            List<string> versions = [];
            for (var i = 0; i < 3; i++)
                versions.Add((await server.PutAsync(bucket, key, $"{i}")).VersionId);
            versions.Add(server.Store.Delete(bucket, key).VersionId.ShouldNotBeNull());
            expected.AddRange(Enumerable.Reverse(versions).Select(version => $"{key}@{version}"));
        }

        List<string> listed = [];
        var request = new ListVersionsRequest { BucketName = bucket, MaxKeys = pageSize };
        ListVersionsResponse page;
        do
        {
            page = await server.Client.ListVersionsAsync(request, TestContext.Current.CancellationToken);
            listed.AddRange((page.Versions ?? []).Select(each => $"{each.Key}@{each.VersionId}"));
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated == true);

        listed.ShouldBe(expected);
    }

    [Property(MaxTest = 50)]
    public void Keys_are_in_the_binary_order_of_their_UTF8(string[] names)
    {
        using var temporary = new TemporaryStore();
        var keys = names.Where(name => !string.IsNullOrEmpty(name) && IsText(name))
            .Append("\uffff").Append("\U0001f600").Append("z").Append("\ue000").Distinct().ToList();
        foreach (var key in keys)
            temporary.PutAsync(key).Wait(TestContext.Current.CancellationToken);

        var listed = temporary.Store.List(TemporaryStore.Bucket, new ListingQuery()).Objects.Select(each => each.Key).ToList();

        listed.ShouldBe(keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal));
    }

    private static bool IsText(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;

    private async Task<string> BucketAsync(IEnumerable<string> keys)
    {
        var bucket = server.NewBucket();
        foreach (var key in keys)
        {
            await server.Store.PutAsync(
                bucket, key, Stream.Null, cancellationToken: TestContext.Current.CancellationToken);
        }

        return bucket;
    }

    private async Task<(List<string> Keys, List<string> Prefixes)> ListAllAsync(
        string bucket, Action<ListObjectsV2Request> configure)
    {
        List<string> keys = [], prefixes = [];
        var request = new ListObjectsV2Request { BucketName = bucket };
        configure(request);
        ListObjectsV2Response page;
        do
        {
            page = await server.Client.ListObjectsV2Async(request, TestContext.Current.CancellationToken);
            keys.AddRange((page.S3Objects ?? []).Select(each => each.Key));
            prefixes.AddRange(page.CommonPrefixes ?? []);
            page.KeyCount.ShouldBe((page.S3Objects?.Count ?? 0) + (page.CommonPrefixes?.Count ?? 0));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        return (keys, prefixes);
    }
}
