using Jarpoint.Cdk.Demo;
using Jarpoint.Cdk.Tests.Synthesis;
using Jarpoint.Cdk.Ways;

namespace Jarpoint.Cdk.Tests;

/// <summary>Settings that no deployment could be made of are refused at synth, by name.</summary>
public sealed class SettingsTests(Synthesized synthesized)
{
    private JarpointSettings Plain => new() { Cluster = "spark", LambdaFolder = synthesized.Arm64 };

    [Fact]
    public void Pools_need_the_role_of_their_nodes()
    {
        Refused(Plain with { Pools = [new JarPool { Name = "a" }] }, "NodeRole");
    }

    [Fact]
    public void Two_pools_of_one_name_are_refused()
    {
        Refused(Plain with { NodeRole = "Nodes", Pools = [new JarPool { Name = "a" }, new JarPool { Name = "a" }] }, "applied twice");
    }

    [Fact]
    public void A_startup_taint_that_the_admission_policy_does_not_name_is_refused()
    {
        Refused(Plain with { Parameters = new Dictionary<string, string> { ["Taint"] = "example.com/jars" } }, "startup taint");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-spark")]
    [InlineData("spark.one")]
    [InlineData("a-name-of-forty-one-characters-is-too-long")]
    public void A_name_no_demonstration_cluster_can_have_is_refused(string name)
    {
        Should.Throw<ArgumentException>(() => new DemoClusterSettings { Name = name, Administrators = ["Admin"] }.Checked());
    }

    [Fact]
    public void A_demonstration_cluster_needs_an_administrator()
    {
        Should.Throw<ArgumentException>(() => new DemoClusterSettings { Name = "demo", Administrators = [] }.Checked());
    }

    private void Refused(JarpointSettings settings, string word) =>
        Should.Throw<Exception>(() => new JarpointStack(synthesized.Other(), "refused", settings)).Message.ShouldContain(word);
}
