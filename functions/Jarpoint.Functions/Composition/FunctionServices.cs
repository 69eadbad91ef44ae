using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Handlers.Manifests;
using Jarpoint.Functions.Handlers.Nodes;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Options;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Composition;

internal static class FunctionServices
{
    /// <summary>Adds what one function needs. What another needs is neither read nor constructed.</summary>
    /// <exception cref="UnknownFunctionException">There is no function of that name.</exception>
    /// <exception cref="InvalidOptionsException">One or more of the variables it reads are wrong.</exception>
    public static IServiceCollection AddFunction(
        this IServiceCollection services, string handler, IReadOnlyDictionary<string, string> variables)
    {
        var options = new OptionsReader(variables);
        LogLevelOption.Check(options);
        _ = handler switch
        {
            nameof(CatalogJars) => services.AddCatalogJars(options),
            nameof(PublishCatalog) => services.AddPublishCatalog(options),
            nameof(MountNodes) => services.AddMountNodes(options),
            nameof(RecordMounts) => services.AddRecordMounts(options),
            nameof(SweepNodes) => services.AddSweepNodes(options),
            nameof(ApplyManifests) => services.AddApplyManifests(options),
            _ => throw new UnknownFunctionException(handler),
        };
        options.Verify();
        return services
            .AddSingleton<MetricEmitter>()
            .AddSingleton<StrangerLog>()
            .AddSingleton(provider => FunctionRegistry.Create(handler, provider));
    }
}
