using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Handlers;

internal static class HandlerServices
{
    public static IServiceCollection AddCatalogJars(this IServiceCollection services)
        => services
            .AddSingleton<StrangerLog>()
            .AddSingleton<ChangeIntake>()
            .AddSingleton<ChangeExaminer>()
            .AddSingleton<FactCommitter>()
            .AddSingleton<CatalogJars>();

    public static IServiceCollection AddPublishCatalog(this IServiceCollection services)
        => services.AddSingleton<StrangerLog>().AddSingleton<PublishCatalog>();
}
