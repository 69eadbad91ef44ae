using Amazon.Runtime;
using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Queues;

public static class QueueServices
{
    /// <summary>
    /// Adds <see cref="IMessageDelay"/> over SQS. Region, credentials and <c>AWS_ENDPOINT_URL(_SQS)</c> are the SDK's.
    /// </summary>
    public static IServiceCollection AddMessageDelay(this IServiceCollection services)
        => services
            .AddSingleton<IAmazonSQS>(_ => new AmazonSQSClient(new AmazonSQSConfig
            {
                RetryMode = RequestRetryMode.Standard,
                MaxErrorRetry = 2,
                ConnectTimeout = TimeSpan.FromSeconds(3),
            }))
            .AddSingleton<IMessageDelay, SqsMessageDelay>();
}
