using Jarpoint.Cdk.Ways;
using Jarpoint.Nodes.Plan;

namespace Jarpoint.Cdk.Tests;

public sealed class MountTextsTests
{
    private const string Token = "${Token[TOKEN.42]}";

    [Fact]
    public void Pools_that_mount_the_default_need_no_plan()
    {
        MountTexts.Plan([new JarPool { Name = "a" }, new JarPool { Name = "b", Spot = true }], Token).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_has_each_pool_and_the_default_for_all_others()
    {
        var plan = MountTexts.Plan(
            [new JarPool { Name = "ads", Mounts = [new JarMount(), new JarMount { Bucket = "ads-jars", Prefix = "x/", Mountpoint = "/mnt/jarpoint/ads" }] }],
            Token);

        plan.ShouldContain($"\"bucket\":\"{Token}\"");
        var parsed = MountPlanJson.Parse(plan.Replace(Token, "own-bucket", StringComparison.Ordinal));
        parsed.MountsOf("ads").Select(mount => mount.Bucket).ShouldBe(["own-bucket", "ads-jars"]);
        parsed.MountsOf("another").ShouldHaveSingleItem().Bucket.ShouldBe("own-bucket");
    }

    [Fact]
    public void The_parameter_of_user_data_names_every_mount()
    {
        MountTexts.Parameter([new JarMount { Settings = new Dictionary<string, string> { ["cache-mib"] = "512" } }], Token)
            .ShouldBe($"bucket={Token},mountpoint=/mnt/jarpoint/s3,cache-mib=512");
    }

    [Theory]
    [InlineData("Not-A-Bucket", "", "/mnt/jarpoint/s3")]
    [InlineData("bucket", "no-slash", "/mnt/jarpoint/s3")]
    [InlineData("bucket", "", "/etc/jarpoint")]
    [InlineData("bucket", "", "/mnt/jar point/s3")]
    public void A_mount_that_no_node_would_take_is_refused(string bucket, string prefix, string mountpoint)
    {
        JarPool[] pools = [new() { Name = "spark", Mounts = [new JarMount { Bucket = bucket, Prefix = prefix, Mountpoint = mountpoint }] }];

        Should.Throw<InvalidMountPlanException>(() => MountTexts.Plan(pools, Token));
    }
}
