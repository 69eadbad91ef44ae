using Jarpoint.Functions.Options;
using Jarpoint.Nodes;

namespace Jarpoint.Functions.Tests.Options;

public sealed class NodeOptionsBinderTests
{
    [Fact]
    public void A_cluster_and_a_bucket_are_all_that_is_required_and_every_pool_mounts_the_bucket()
    {
        var policy = Bind();
        policy.ShouldBe(new NodePolicy { Cluster = "example", Plan = policy.Plan });
        var mount = policy.Plan.MountsOf("any pool").ShouldHaveSingleItem();
        mount.Bucket.ShouldBe("spark-jars");
        mount.Prefix.ShouldBeEmpty();
        mount.Mountpoint.ShouldBe("/mnt/jarpoint/s3");
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var policy = Bind(
            (OptionNames.Bucket, ""),
            (OptionNames.MountPlan, """{"pools":{"spark":[{"bucket":"libraries","prefix":"jars/"}]}}"""),
            (OptionNames.MountDocument, "my-mount"),
            (OptionNames.CareDocument, "my-care"),
            (OptionNames.Taint, "example.com/not-mounted"),
            (OptionNames.ReadyDeadline, "900"),
            (OptionNames.AgentGrace, "0"),
            (OptionNames.AgentPoll, "20"),
            (OptionNames.CommandTimeout, "30"),
            (OptionNames.GuardPercent, "33"),
            (OptionNames.DryRun, "true"),
            (OptionNames.ReplaceUnready, "TRUE"));
        policy.ShouldBe(new NodePolicy
        {
            Cluster = "example",
            Plan = policy.Plan,
            MountDocument = "my-mount",
            CareDocument = "my-care",
            Taint = "example.com/not-mounted",
            ReadyDeadline = TimeSpan.FromMinutes(15),
            AgentGrace = TimeSpan.Zero,
            AgentPoll = TimeSpan.FromSeconds(20),
            DeliveryTimeout = TimeSpan.FromSeconds(30),
            GuardPercent = 33,
            DryRun = true,
            ReplaceUnready = true,
        });
        policy.Plan.MountsOf("spark").ShouldHaveSingleItem().Prefix.ShouldBe("jars/");
        policy.Plan.MountsOf("any other pool").ShouldBeEmpty();
    }

    [Fact]
    public void All_faults_are_reported_at_once_with_variable_and_value()
    {
        var faults = Faults(
            (OptionNames.Cluster, "two words"),
            (OptionNames.Bucket, ""),
            (OptionNames.MountDocument, "mount; reboot"),
            (OptionNames.CareDocument, "arn:aws:ssm:eu-west-1:123456789012:document/my-care"),
            (OptionNames.Taint, "a/b/c"),
            (OptionNames.ReadyDeadline, "59"),
            (OptionNames.AgentGrace, "-1"),
            (OptionNames.AgentPoll, "0"),
            (OptionNames.CommandTimeout, "29"),
            (OptionNames.GuardPercent, "101"),
            (OptionNames.DryRun, "yes"),
            (OptionNames.ReplaceUnready, "1"));
        foreach (var part in new[]
        {
            "JARPOINT_CLUSTER is 'two words' and must be the name of an EKS cluster",
            "JARPOINT_MOUNT_PLAN is required and not set, and there is no JARPOINT_BUCKET to mount instead",
            "JARPOINT_MOUNT_DOCUMENT is 'mount; reboot'",
            "JARPOINT_CARE_DOCUMENT is 'arn:aws:ssm:",
            "JARPOINT_TAINT is 'a/b/c'",
            "JARPOINT_READY_DEADLINE_SECONDS is '59' and must be a whole number from 60 to 86400",
            "JARPOINT_AGENT_GRACE_SECONDS is '-1'",
            "JARPOINT_AGENT_POLL_SECONDS is '0'",
            "JARPOINT_COMMAND_TIMEOUT_SECONDS is '29' and must be a whole number from 30 to 3600",
            "JARPOINT_GUARD_PERCENT is '101'",
            "JARPOINT_DRY_RUN is 'yes' and must be one of true, false",
            "JARPOINT_REPLACE_UNREADY is '1'",
        })
        {
            faults.ShouldContain(fault => fault.StartsWith(part, StringComparison.Ordinal), part);
        }

        faults.Count.ShouldBe(12);
    }

    [Fact]
    public void Every_fault_of_a_mount_plan_is_reported_under_its_variable()
    {
        var faults = Faults((
            OptionNames.MountPlan,
            """{"pools":{"a":[{"bucket":"Not A Bucket"}],"b":[{"bucket":"fine","mountpoint":"/etc"}]}}"""));
        faults.Count.ShouldBeGreaterThanOrEqualTo(2);
        faults.ShouldAllBe(fault => fault.StartsWith("JARPOINT_MOUNT_PLAN: ", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("Not A Bucket", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("/etc", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_mount_plan_that_is_none_is_a_fault(string plan)
        => Faults((OptionNames.MountPlan, plan)).ShouldNotBeEmpty();

    [Fact]
    public void A_bucket_that_cannot_be_mounted_is_a_fault_of_its_own_variable()
        => Faults((OptionNames.Bucket, "a\"b")).ShouldAllBe(
            fault => fault.StartsWith("JARPOINT_BUCKET: ", StringComparison.Ordinal));

    [Fact]
    public void Patience_with_a_command_never_ends_before_its_delivery()
        => Bind((OptionNames.CommandTimeout, "600")).CommandPatience.ShouldBeGreaterThan(TimeSpan.FromSeconds(600));

    [Theory]
    [InlineData("a", true)]
    [InlineData("readiness.k8s.io/jars-mounted", true)]
    [InlineData("readiness.k8s.io/jars-mounted=true:NoSchedule", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("-a", false)]
    [InlineData("A.example/a", false)]
    [InlineData("a\n", false)]
    public void A_taint_is_named_by_its_key_alone(string taint, bool valid)
    {
        if (valid)
        {
            Bind((OptionNames.Taint, taint)).Taint.ShouldBe(taint);
        }
        else
        {
            Faults((OptionNames.Taint, taint)).ShouldHaveSingleItem().ShouldStartWith("JARPOINT_TAINT is '");
        }
    }

    private static IReadOnlyList<string> Faults(params (string Name, string Value)[] variables)
        => Should.Throw<InvalidOptionsException>(() => Bind(variables)).Faults;

    private static NodePolicy Bind(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>
        {
            [OptionNames.Cluster] = "example",
            [OptionNames.Bucket] = "spark-jars",
        };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var reader = new OptionsReader(all);
        var policy = NodeOptionsBinder.Bind(reader);
        reader.Verify();
        return policy;
    }
}
