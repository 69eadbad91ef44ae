using Jarpoint.Catalog;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Options;
using Jarpoint.Jars;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Composition;

internal static class CatalogServices
{
    /// <summary>Adds the catalog over the store that is there already.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services, JarpointOptions options)
        => services
            .AddSingleton(new CatalogLayout(options.CatalogRoot))
            .AddSingleton<CatalogWriter>()
            .AddSingleton<CatalogReader>()
            .AddSingleton<CatalogPublisher>()
            .AddSingleton(provider => new JarCataloguer(
                provider.GetRequiredService<IObjectStore>(),
                provider.GetRequiredService<CatalogLayout>(),
                new JarReaderOptions { Limits = options.Limits },
                provider.GetRequiredService<TimeProvider>(),
                options.Digest));
}
