using Jarpoint.Catalog;
using Jarpoint.Catalog.Classes;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maven;
using Jarpoint.Catalog.Page;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Announcing;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Handlers.Refresh;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Storage;
using Jarpoint.Jars;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Composition;

/// <summary>The functions of the catalog.</summary>
internal static class CatalogServices
{
    public static IServiceCollection AddCatalogJars(this IServiceCollection services, OptionsReader reader)
        => services
            .AddCatalog(CatalogOptionsBinder.Bind(reader))
            .AddSingleton<ChangeIntake>()
            .AddSingleton<ChangeExaminer>()
            .AddSingleton<FactCommitter>()
            .AddSingleton<CatalogJars>();

    public static IServiceCollection AddPublishCatalog(this IServiceCollection services, OptionsReader reader)
    {
        var catalog = CatalogOptionsBinder.Bind(reader);
        services
            .AddCatalog(catalog)
            .AddSingleton<SnapshotRetention>()
            .AddSingleton<DescriptionCache>()
            .AddSingleton<IPublication, ClassIndexer>()
            .AddSingleton<IPublication, PagePublication>()
            .AddSingleton<PublishCatalog>();
        if (reader.Flag(OptionNames.MavenView, fallback: true))
        {
            services.AddMavenRepository(reader.Flag(OptionNames.MavenSha256, fallback: false));
        }

        if (EventBusOptionsBinder.Bind(reader, catalog) is { } bus)
        {
            services.AddAnnouncements(bus);
        }

        return reader.Text(OptionNames.Cluster) is null
            ? services.AddSingleton<ICatalogFollower, NoFollower>()
            : services.AddFleetFollower(reader);
    }

    private static void AddMavenRepository(this IServiceCollection services, bool sha256)
        => services
            .AddSingleton(provider => new MavenOptions
            {
                InPlace = provider.GetRequiredService<CatalogOptions>().JarsPrefix + MavenRepository.Root,
                Sha256 = sha256,
            })
            .AddSingleton<IPublication, MavenRepository>();

    private static IServiceCollection AddCatalog(this IServiceCollection services, CatalogOptions options)
        => services
            .AddSingleton(options)
            .AddS3Storage(options)
            // The root of a faulty configuration is none; then nothing of this is ever asked for.
            .AddSingleton(_ => new CatalogLayout(options.CatalogRoot))
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
