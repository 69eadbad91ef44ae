using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Jarpoint.Nodes.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Jarpoint.Functions.Commands;

public static class CommandServices
{
    /// <summary>
    /// Adds <see cref="ICommandRunner"/> over Systems Manager; the instance directory must be there too. Region,
    /// credentials and <c>AWS_ENDPOINT_URL(_SSM)</c> are the SDK's.
    /// </summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
        => services
            .AddSingleton<IAmazonSimpleSystemsManagement>(_ => new AmazonSimpleSystemsManagementClient(
                new AmazonSimpleSystemsManagementConfig
                {
                    RetryMode = RequestRetryMode.Standard,
                    MaxErrorRetry = 4,
                    ConnectTimeout = TimeSpan.FromSeconds(3),
                }))
            .AddSingleton<ICommandRunner, SsmCommandRunner>();
}
