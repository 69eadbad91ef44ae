using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Jarpoint.Functions.Cluster.Access;
using Jarpoint.Functions.Cluster.Objects;
using Jarpoint.Functions.Cluster.Transport;
using Jarpoint.Nodes.Cluster;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Cluster;

public static class ClusterServices
{
    /// <summary>
    /// Adds <see cref="IClusterNodes"/> over the API server of an EKS cluster. Credentials are the SDK's. Nothing is
    /// called before the first use.
    /// </summary>
    /// <exception cref="FormatException">Endpoint or authority are not usable; the message says why.</exception>
    public static IServiceCollection AddClusterNodes(this IServiceCollection services, ClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var configured = options.Endpoint is { Length: > 0 } endpoint
            ? ClusterLocation.Parse(endpoint, options.CertificateAuthority)
            : null;
        return services
            .AddSingleton<IClusterNodes>(provider => Create(
                options, configured, ResolveCredentialsAsync, provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Adds <see cref="OpenCluster"/>: the objects of whatever cluster a request names.</summary>
    /// <param name="services">Services.</param>
    /// <param name="options">Of every cluster; the name is the request's.</param>
    internal static IServiceCollection AddClusterObjects(this IServiceCollection services, ClusterOptions options)
        => services.AddSingleton<OpenCluster>(provider => name => new ClusterObjects(Connect(
            options with { Name = name },
            configured: null,
            ResolveCredentialsAsync,
            provider.GetRequiredService<TimeProvider>())));

    /// <param name="options">Cluster.</param>
    /// <param name="configured">Where it is, when that is known.</param>
    /// <param name="credentials">Asked at the first use.</param>
    /// <param name="clock">Clock.</param>
    internal static KubernetesNodes Create(
        ClusterOptions options, ClusterLocation? configured, Func<Task<AWSCredentials>> credentials, TimeProvider clock)
        => new(Connect(options, configured, credentials, clock));

    /// <inheritdoc cref="Create"/>
    internal static KubernetesApi Connect(
        ClusterOptions options, ClusterLocation? configured, Func<Task<AWSCredentials>> credentials, TimeProvider clock)
    {
        var locator = new ClusterLocator(options, configured, credentials, clock);
        var tokens = new EksTokenSource(options.Name, options.Region, credentials, clock);
        return new KubernetesApi(options.Name, new ClusterConnection(locator, tokens, clock));
    }

    private static Task<AWSCredentials> ResolveCredentialsAsync()
        => DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();
}
