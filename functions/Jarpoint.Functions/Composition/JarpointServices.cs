using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Runtime;
using Jarpoint.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Composition;

internal static class JarpointServices
{
    /// <summary>Adds everything one function needs. What another function needs is never constructed.</summary>
    public static IServiceCollection AddJarpoint(
        this IServiceCollection services, JarpointOptions options, string handler)
        => services
            .AddSingleton(options)
            .AddSingleton<MetricEmitter>()
            .AddS3Storage(options)
            .AddCatalog(options)
            .AddCatalogJars()
            .AddPublishCatalog()
            .AddSingleton(provider => FunctionRegistry.Create(handler, provider))
            .AddSingleton<InvocationLoop>();
}
