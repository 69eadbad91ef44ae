using Amazon.Runtime;
using Amazon.S3;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Options;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Storage;

public static class S3Storage
{
    /// <summary>
    /// A client that follows the environment: region, credentials and <c>AWS_ENDPOINT_URL(_S3)</c> are the SDK's.
    /// </summary>
    /// <param name="pathStyle">Addresses the bucket in the path.</param>
    public static IAmazonS3 CreateClient(bool pathStyle) => new AmazonS3Client(new AmazonS3Config
    {
        ForcePathStyle = pathStyle,
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 4,
        ConnectTimeout = TimeSpan.FromSeconds(3),
    });

    /// <summary>Adds the S3 client and the catalog's port over <see cref="CatalogOptions.Bucket"/>.</summary>
    public static IServiceCollection AddS3Storage(this IServiceCollection services, CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(_ => CreateClient(options.S3PathStyle));
        return services
            .AddSingleton(provider => new S3ObjectStore(
                provider.GetRequiredService<IAmazonS3>(), options.Bucket, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IObjectStore>(static provider => provider.GetRequiredService<S3ObjectStore>())
            .AddSingleton<IObjectCopier>(static provider => provider.GetRequiredService<S3ObjectStore>());
    }
}
