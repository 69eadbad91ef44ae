using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Commands;
using Jarpoint.Functions.Instances;
using Jarpoint.Functions.Queues;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Instances;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Tests.Composition;

/// <summary>Each port of the nodes has its adapter, and one of it.</summary>
public sealed class PortServicesTests
{
    private static readonly Dictionary<string, string> Lambda = new()
    {
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "AKIAEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "example",
    };

    [Theory]
    [InlineData(typeof(IInstanceDirectory), typeof(Ec2Instances))]
    [InlineData(typeof(ICommandRunner), typeof(SsmCommandRunner))]
    [InlineData(typeof(IClusterNodes), typeof(KubernetesNodes))]
    [InlineData(typeof(IMessageDelay), typeof(SqsMessageDelay))]
    public void Every_port_resolves_to_its_adapter_and_to_one_of_it(Type port, Type adapter)
    {
        // The SDK's clients want a region and credentials when they are made; a test process may have none.
        foreach (var (name, value) in Lambda)
        {
            if (Environment.GetEnvironmentVariable(name) is null)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        using var provider = Services(new ClusterOptions { Name = "spark", Region = "eu-west-1" })
            .AddInstances()
            .AddCommands()
            .AddMessageDelay()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        provider.GetRequiredService(port).ShouldBeOfType(adapter);
        provider.GetRequiredService(port).ShouldBeSameAs(provider.GetRequiredService(port));
    }

    [Theory]
    [InlineData("nowhere", null)]
    [InlineData("https://host", null)]
    [InlineData("http://10.0.0.1", null)]
    public void A_cluster_that_cannot_be_trusted_is_refused_before_anything_runs(string endpoint, string? authority)
        => Should.Throw<FormatException>(() => Services(new ClusterOptions
        {
            Name = "spark",
            Region = "eu-west-1",
            Endpoint = endpoint,
            CertificateAuthority = authority,
        }));

    private static IServiceCollection Services(ClusterOptions cluster)
        => new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddClusterNodes(cluster);
}
