using Amazon.Runtime.Credentials;
using Jarpoint.Catalog.Announcing;
using Jarpoint.Catalog.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Announcing;

internal static class AnnouncingServices
{
    /// <summary>Has an event bus hear of every event. Credentials are the SDK's.</summary>
    public static IServiceCollection AddAnnouncements(this IServiceCollection services, EventBusOptions options)
        => services
            .AddSingleton<IJarAnnouncer>(provider => new EventBridgeAnnouncer(
                options,
                static () => DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<EventBridgeAnnouncer>>()))
            .AddSingleton<IPublication, JarAnnouncements>();
}
