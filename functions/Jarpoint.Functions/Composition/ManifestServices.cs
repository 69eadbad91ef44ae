using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Handlers.Manifests;
using Jarpoint.Functions.Options;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Composition;

/// <summary>The function behind the custom resource. It is told in each request which cluster is meant.</summary>
internal static class ManifestServices
{
    public static IServiceCollection AddApplyManifests(this IServiceCollection services, OptionsReader reader)
        => services
            .AddClusterObjects(new ClusterOptions
            {
                Name = string.Empty,
                Region = reader.Required(OptionNames.Region),
                EksEndpoint = reader.Text(OptionNames.EksEndpoint) ?? reader.Text(OptionNames.AwsEndpoint),
            })
            .AddSingleton<ManifestChanger>()
            .AddSingleton<AnswerSender>()
            .AddSingleton<ApplyManifests>();
}
