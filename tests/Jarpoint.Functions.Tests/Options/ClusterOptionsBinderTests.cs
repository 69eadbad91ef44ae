using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Options;

namespace Jarpoint.Functions.Tests.Options;

public sealed class ClusterOptionsBinderTests
{
    [Fact]
    public void Without_an_endpoint_the_cluster_is_looked_up_at_EKS_of_the_region_or_of_the_environment()
    {
        Bind().ShouldBe(new ClusterOptions { Name = "example", Region = "eu-west-1" });
        Bind((OptionNames.AwsEndpoint, "http://127.0.0.1:1"))!.EksEndpoint.ShouldBe("http://127.0.0.1:1");
        Bind((OptionNames.AwsEndpoint, "http://127.0.0.1:1"), (OptionNames.EksEndpoint, "http://127.0.0.1:2"))!
            .EksEndpoint.ShouldBe("http://127.0.0.1:2");
    }

    [Fact]
    public void An_endpoint_of_loopback_needs_no_authority()
        => Bind((OptionNames.ClusterEndpoint, "http://127.0.0.1:8001"))!.Endpoint.ShouldBe("http://127.0.0.1:8001");

    [Theory]
    [InlineData("https://example.eks.amazonaws.com", "")]
    [InlineData("", "Q0VSVA==")]
    [InlineData("https://example.eks.amazonaws.com", "not base64")]
    [InlineData("https://example.eks.amazonaws.com", "Q0VSVA==")]
    [InlineData("http://example.eks.amazonaws.com", "")]
    [InlineData("example", "")]
    public void An_endpoint_and_an_authority_that_do_not_go_together_are_one_fault(string endpoint, string authority)
        => Should.Throw<InvalidOptionsException>(
            () => Bind((OptionNames.ClusterEndpoint, endpoint), (OptionNames.ClusterAuthority, authority)))
            .Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                fault => fault.ShouldContain("JARPOINT_CLUSTER_ENDPOINT"),
                fault => fault.ShouldContain("JARPOINT_CLUSTER_CA"));

    [Fact]
    public void The_region_is_required()
        => Should.Throw<InvalidOptionsException>(() => Bind((OptionNames.Region, "")))
            .Faults.ShouldHaveSingleItem().ShouldStartWith("AWS_REGION");

    private static ClusterOptions? Bind(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>
        {
            [OptionNames.Cluster] = "example",
            [OptionNames.Region] = "eu-west-1",
        };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var reader = new OptionsReader(all);
        var options = ClusterOptionsBinder.Bind(reader);
        reader.Verify();
        return options;
    }
}
