using FsCheck.Xunit;
using Jarpoint.Nodes.Plan;
using Jarpoint.Nodes.Refreshing;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Tests.Refreshing;

public sealed class FleetRefresherTests
{
    private readonly NodeWorld world = new();

    [Fact]
    public async Task Names_each_parent_directory_once()
        => (await SentAsync("jars/a/x.jar", "jars/a/y.jar", "jars/b/z.jar"))
            .ShouldBe(["s3://jars/jars/a/", "s3://jars/jars/b/"]);

    [Fact]
    public async Task Encodes_whatever_a_key_may_hold()
        => (await SentAsync("jars/a b+c%41=é*/$(id);'\"`\n/x.jar")).ShouldHaveSingleItem()
            .ShouldBe("s3://jars/jars/a%20b%2Bc%2541%3D%C3%A9%2A/%24%28id%29%3B%27%22%60%0A/");

    [Theory]
    [InlineData("jars/root.jar")]
    [InlineData("other/a/x.jar")]
    [InlineData("root.jar")]
    [InlineData("jars//x.jar")]
    [InlineData("jars/../etc/x.jar")]
    [InlineData("jars/./x.jar")]
    [InlineData("/x.jar")]
    [InlineData("//x.jar")]
    [InlineData("")]
    public async Task Leaves_out_what_no_mount_shows_and_the_roots_of_mounts(string key)
    {
        (await world.Refresher.RefreshAsync("jars", [key], NodeWorld.Cancellation))
            .ShouldBe(new RefreshOutcome.NothingMounted());
        world.Commands.SendCalls.ShouldBe(0);
    }

    [Fact]
    public async Task Leaves_other_buckets_alone()
        => (await world.Refresher.RefreshAsync("others", ["jars/a/x.jar"], NodeWorld.Cancellation))
            .ShouldBe(new RefreshOutcome.NothingMounted());

    [Fact]
    public async Task Lists_what_is_the_root_of_one_mount_and_not_of_another()
    {
        Plan("jars/", "");

        (await SentAsync("jars/root.jar")).ShouldBe(["s3://jars/jars/"]);
    }

    [Fact]
    public async Task Folds_many_directories_into_what_they_have_in_common_in_one_command()
    {
        var directories = await SentAsync(
            [.. Enumerable.Range(0, 500).Select(static i => $"jars/org/group{i}/artifact/1.0/x.jar"), "jars/lib/one/y.jar"]);

        directories.ShouldBe(["s3://jars/jars/lib/one/", "s3://jars/jars/org/**"]);
        world.Commands.SendCalls.ShouldBe(1);
    }

    [Fact]
    public async Task Never_folds_above_what_a_mount_shows()
    {
        Plan("jars/org/", "");

        (await SentAsync([.. Enumerable.Range(0, 300).Select(static i => $"jars/org/group{i:D40}/a/x.jar")]))
            .ShouldAllBe(static uri => uri.StartsWith("s3://jars/jars/org/group", StringComparison.Ordinal));
        world.Commands.SendCalls.ShouldBeGreaterThan(1);
    }

    [Property(MaxTest = 200)]
    public void Every_list_fits_and_covers_every_key_that_is_shown(byte[] shape, bool wide)
    {
        var keys = shape.Select((b, i) => $"jars/{b % 7}/{(wide ? i : b)}{new string('x', b % 60)}/{b}/{i}.jar").ToList();

        var lists = ChangedDirectories.Of("jars", keys, world.Policy.Plan);

        lists.ShouldAllBe(static list => list.Length <= ChangedDirectories.MostCharacters);
        var uris = lists.SelectMany(static list => list.Split(' ')).ToList();
        foreach (var key in keys)
        {
            var directory = $"s3://jars/{key[..(key.LastIndexOf('/') + 1)]}";
            uris.ShouldContain(uri => Covers(uri, directory));
            uris.ShouldNotContain("s3://jars/jars/");
        }
    }

    [Fact]
    public async Task Says_when_SSM_throttles()
    {
        world.Commands.SendThrottle = new TokenBucket(0.5, 0.001, world.Clock);

        (await world.Refresher.RefreshAsync("jars", ["jars/a/x.jar"], NodeWorld.Cancellation))
            .ShouldBe(new RefreshOutcome.Throttled());
    }

    private static bool Covers(string uri, string directory)
        => uri == directory
            || (uri.EndsWith("/**", StringComparison.Ordinal) && directory.StartsWith(uri[..^2], StringComparison.Ordinal));

    private void Plan(params string[] prefixes) => world.Policy = world.Policy with
    {
        Plan = new MountPlan(prefixes.ToDictionary(
            static prefix => $"pool-{prefix.Length}",
            static prefix => (IReadOnlyList<MountSpec>)[new MountSpec { Bucket = "jars", Prefix = prefix }])),
    };

    private async Task<IReadOnlyList<string>> SentAsync(params string[] keys)
        => (await world.Refresher.RefreshAsync("jars", keys, NodeWorld.Cancellation))
            .ShouldBeOfType<RefreshOutcome.Sent>().Directories;
}
