using Jarpoint.Nodes.Plan;

namespace Jarpoint.Nodes.Tests.Plan;

public sealed class MountPlanJsonTests
{
    [Fact]
    public void Reads_the_mounts_of_every_pool()
    {
        var plan = MountPlanJson.Parse("""
            {"pools":{"spark-ondemand":[
              {"bucket":"a","prefix":"jars/","mountpoint":"/mnt/jarpoint/a","settings":{"cache-mib":4096,"region":"eu-west-1"}},
              {"bucket":"b-2","mountpoint":"/mnt/jarpoint/b"}],
             "*":[{"bucket":"a3c"}]}}
            """.Replace("\"a\"", "\"a1b\"", StringComparison.Ordinal));

        var mounts = plan.MountsOf("spark-ondemand");
        mounts.Select(static mount => mount.Bucket).ShouldBe(["a1b", "b-2"]);
        MountsParameter.Format(mounts).ShouldBe(
            "bucket=a1b,prefix=jars/,mountpoint=/mnt/jarpoint/a,cache-mib=4096,region=eu-west-1 "
            + "bucket=b-2,mountpoint=/mnt/jarpoint/b");
        plan.MountsOf("anything").ShouldHaveSingleItem().Mountpoint.ShouldBe("/mnt/jarpoint/s3");
    }

    [Fact]
    public void Has_no_mounts_for_a_pool_that_is_not_named()
        => MountPlanJson.Parse("""{"pools":{"spark":[{"bucket":"jars"}]}}""").MountsOf("web").ShouldBeEmpty();

    [Theory]
    [InlineData("""{"bucket":"Jars"}""", "Jars")]
    [InlineData("""{"bucket":"a..b"}""", "a..b")]
    [InlineData("""{"bucket":"10.0.0.1"}""", "10.0.0.1")]
    [InlineData("""{"prefix":"jars/"}""", "no name of a bucket")]
    [InlineData("""{"bucket":"jars","prefix":"x"}""", "prefix 'x'")]
    [InlineData("""{"bucket":"jars","prefix":"/x/"}""", "prefix '/x/'")]
    [InlineData("""{"bucket":"jars","prefix":"a/../b/"}""", "prefix 'a/../b/'")]
    [InlineData("""{"bucket":"jars","prefix":"a b/"}""", "prefix='a b/'")]
    [InlineData("""{"bucket":"jars","prefix":"$(id)/"}""", "prefix='$(id)/'")]
    [InlineData("""{"bucket":"jars","mountpoint":"/"}""", "'/'")]
    [InlineData("""{"bucket":"jars","mountpoint":"/mnt"}""", "'/mnt'")]
    [InlineData("""{"bucket":"jars","mountpoint":"mnt/x"}""", "'mnt/x'")]
    [InlineData("""{"bucket":"jars","mountpoint":"/mnt/x/"}""", "'/mnt/x/'")]
    [InlineData("""{"bucket":"jars","mountpoint":"/mnt/../etc"}""", "'/mnt/../etc'")]
    [InlineData("""{"bucket":"jars","mountpoint":"/etc/jars"}""", "directory of the system")]
    [InlineData("""{"bucket":"jars","mountpoint":"/usr/local/jars"}""", "directory of the system")]
    [InlineData("""{"bucket":"jars","mountpoint":"/mnt/a;reboot"}""", "/mnt/a;reboot")]
    [InlineData("""{"bucket":"jars","mountpoint":"/mnt/a\nb"}""", "letters, digits")]
    [InlineData("""{"bucket":"jars","settings":{"cache-mib":"0"}}""", "cache-mib '0'")]
    [InlineData("""{"bucket":"jars","settings":{"cache-mib":"4 GB"}}""", "cache-mib '4 GB'")]
    [InlineData("""{"bucket":"jars","settings":{"expected-owner":"123"}}""", "expected-owner '123'")]
    [InlineData("""{"bucket":"jars","settings":{"cache-dir":"cache"}}""", "cache-dir 'cache'")]
    [InlineData("""{"bucket":"jars","settings":{"colour":"red"}}""", "setting 'colour'")]
    [InlineData("""{"bucket":"jars","settings":{"region":"{{ssm:x}}"}}""", "{{ssm:x}}")]
    [InlineData("""{"bucket":"jars","settings":{"region":null}}""", "'region' must be a text")]
    [InlineData("""{"bucket":"jars","colour":"red"}""", "'colour'")]
    [InlineData("""{"bucket":["jars"]}""", "'bucket' must be a text")]
    [InlineData("\"jars\"", "must be an object")]
    public void Refuses_a_mount_that_could_not_be_carried_out(string mount, string named)
    {
        var faults = Faults($$$"""{"pools":{"spark":[{{{mount}}}]}}""");

        faults.ShouldContain(fault => fault.Contains(named, StringComparison.Ordinal), string.Join('\n', faults));
        faults.ShouldAllBe(static fault => fault.Contains("spark", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/mnt/a/b", "/mnt/a/b", "twice")]
    [InlineData("/mnt/a/b", "/mnt/a/b/c", "inside")]
    [InlineData("/mnt/a/b/c", "/mnt/a/b", "inside")]
    public void Refuses_mounts_that_meet(string one, string other, string how)
        => Faults($$$"""
            {"pools":{"spark":[{"bucket":"jars","mountpoint":"{{{one}}}"},{"bucket":"jars","mountpoint":"{{{other}}}"}]}}
            """).ShouldHaveSingleItem().ShouldContain(how);

    [Fact]
    public void Takes_mountpoints_that_only_begin_alike()
        => MountPlanJson.Parse("""
            {"pools":{"spark":[{"bucket":"jars","mountpoint":"/mnt/a/b"},{"bucket":"jars","mountpoint":"/mnt/a/b-2"}]}}
            """).MountsOf("spark").Count.ShouldBe(2);

    [Fact]
    public void Refuses_two_mounts_with_one_cache_directory()
        => Faults("""
            {"pools":{"spark":[
             {"bucket":"jars","mountpoint":"/mnt/a/b","settings":{"cache-dir":"/mnt/cache"}},
             {"bucket":"jars","mountpoint":"/mnt/a/c","settings":{"cache-dir":"/mnt/cache"}}]}}
            """).ShouldHaveSingleItem().ShouldContain("/mnt/cache");

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "must be an object")]
    [InlineData("{}", "names no pool")]
    [InlineData("""{"pool":{}}""", "'pool'")]
    [InlineData("""{"pools":{"spark":{}}}""", "array")]
    [InlineData("""{"pools":{"a b":[]}}""", "'a b'")]
    [InlineData("""{"pools":{"spark":[],"spark":[]}}""", "twice")]
    public void Refuses_a_plan_of_another_shape(string json, string named)
        => Faults(json).ShouldContain(fault => fault.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void Names_every_fault_at_once_with_its_pool()
    {
        var faults = Faults("""{"pools":{"a":[{"bucket":"X"}],"b":[{"bucket":"jars","mountpoint":"/etc/x","prefix":"p"}]}}""");

        faults.Count.ShouldBe(3);
        faults.Count(static fault => fault.StartsWith("Pool 'b'", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static IReadOnlyList<string> Faults(string json)
        => Should.Throw<InvalidMountPlanException>(() => MountPlanJson.Parse(json)).Faults;

    [Theory]
    [InlineData("""{"pools":{"spark":[{"bucket":"a\ud800b"}]}}""")]
    [InlineData("""{"pools":{"sp\udc00ark":[{"bucket":"jars"}]}}""")]
    [InlineData("""{"pools":{"spark":[{"bucket":"jars","settings":{"cache\ud800":"1"}}]}}""")]
    public void Half_a_surrogate_pair_is_a_fault_of_the_plan(string json)
        => Should.Throw<InvalidMountPlanException>(() => MountPlanJson.Parse(json));
}
