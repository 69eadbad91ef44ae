using Amazon.EC2;
using Amazon.Runtime;
using Jarpoint.Nodes.Instances;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Instances;

public static class InstanceServices
{
    /// <summary>
    /// Adds <see cref="IInstanceDirectory"/> over EC2. Region, credentials and <c>AWS_ENDPOINT_URL(_EC2)</c> are the
    /// SDK's.
    /// </summary>
    public static IServiceCollection AddInstances(this IServiceCollection services)
        => services
            .AddSingleton<IAmazonEC2>(_ => new AmazonEC2Client(new AmazonEC2Config
            {
                RetryMode = RequestRetryMode.Standard,
                MaxErrorRetry = 4,
                ConnectTimeout = TimeSpan.FromSeconds(3),
            }))
            .AddSingleton<IInstanceDirectory, Ec2Instances>();
}
