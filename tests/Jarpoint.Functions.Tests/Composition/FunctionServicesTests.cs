using Amazon.EC2;
using Amazon.S3;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;
using Jarpoint.Functions.Composition;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Handlers.Nodes;
using Jarpoint.Functions.Options;
using Jarpoint.Nodes.Cluster;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Tests.Composition;

/// <summary>Whether each function starts at all is a test of the real process: BootstrapProcessTests.</summary>
public sealed class FunctionServicesTests
{
    private static readonly Type[] Edges =
    [
        typeof(IAmazonEC2), typeof(IAmazonS3), typeof(IAmazonSimpleSystemsManagement), typeof(IAmazonSQS),
        typeof(IClusterNodes),
    ];

    [Theory]
    [InlineData(nameof(CatalogJars), false, "IAmazonS3")]
    [InlineData(nameof(PublishCatalog), false, "IAmazonS3")]
    [InlineData(nameof(PublishCatalog), true, "IAmazonEC2 IAmazonS3 IAmazonSimpleSystemsManagement IAmazonSQS")]
    [InlineData(nameof(MountNodes), true, "IAmazonEC2 IAmazonSimpleSystemsManagement IAmazonSQS")]
    [InlineData(nameof(RecordMounts), true, "IAmazonEC2 IAmazonSimpleSystemsManagement IAmazonSQS IClusterNodes")]
    [InlineData(nameof(SweepNodes), true, "IAmazonEC2 IAmazonSimpleSystemsManagement IClusterNodes")]
    public void A_function_knows_the_services_it_calls_and_no_other(string function, bool cluster, string expected)
    {
        var services = new ServiceCollection().AddFunction(function, Variables(cluster));
        var known = Edges.Where(edge => services.Any(service => service.ServiceType == edge));
        string.Join(' ', known.Select(edge => edge.Name)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(nameof(CatalogJars), OptionNames.Cluster, "not a cluster")]
    [InlineData(nameof(CatalogJars), OptionNames.RefreshQuiet, "soon")]
    [InlineData(nameof(PublishCatalog), OptionNames.ClusterEndpoint, "nowhere")]
    [InlineData(nameof(MountNodes), OptionNames.ClusterEndpoint, "nowhere")]
    [InlineData(nameof(MountNodes), OptionNames.JarsPrefix, "/jars")]
    [InlineData(nameof(SweepNodes), OptionNames.Concurrency, "many")]
    public void A_variable_of_another_function_is_not_read(string function, string name, string wrong)
    {
        var variables = Variables(cluster: true);
        variables[name] = wrong;
        Should.NotThrow(() => new ServiceCollection().AddFunction(function, variables));
    }

    [Fact]
    public void The_faults_of_every_part_of_a_function_are_reported_together()
        => Should.Throw<InvalidOptionsException>(() => new ServiceCollection().AddFunction(
            nameof(PublishCatalog),
            new Dictionary<string, string>
            {
                [OptionNames.LogLevel] = "loud",
                [OptionNames.JarsPrefix] = "/jars",
                [OptionNames.Cluster] = "two words",
                [OptionNames.RefreshQuiet] = "soon",
            })).Faults.Select(fault => fault.Split(' ')[0]).ShouldBe(
                [
                    OptionNames.LogLevel, OptionNames.Bucket, OptionNames.JarsPrefix, OptionNames.Cluster,
                    OptionNames.MountPlan, OptionNames.RefreshQuiet,
                ],
                ignoreOrder: true);

    [Fact]
    public void There_is_a_composition_for_every_name_and_for_no_other()
    {
        foreach (var function in FunctionRegistry.Names)
        {
            Should.NotThrow(() => new ServiceCollection().AddFunction(function, Variables(cluster: true)));
        }

        Should.Throw<UnknownFunctionException>(
            () => new ServiceCollection().AddFunction("MakeCoffee", Variables(cluster: true)));
    }

    private static Dictionary<string, string> Variables(bool cluster) => new()
    {
        [OptionNames.Bucket] = "spark-jars",
        [OptionNames.Region] = "eu-west-1",
        [OptionNames.Cluster] = cluster ? "example" : string.Empty,
    };
}
