using System.Globalization;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// The variables a function process sees: those Lambda sets, and none of the person's who runs the laptop cloud.
/// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
/// </summary>
internal static class FunctionEnvironment
{
    // What a process needs to find its runtime and its libraries on this machine; in Lambda the image sees to that.
    private static readonly string[] Inherited =
    [
        "PATH", "LD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "TMPDIR", "TEMP", "SystemRoot",
    ];

    public static IReadOnlyDictionary<string, string> For(
        FunctionDefinition function, LocalAccount account, string runtimeApi, string logStream)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_HANDLER"] = function.Handler,
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMiB.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream,
            ["LAMBDA_TASK_ROOT"] = function.Bootstrap.TaskRoot,
            ["LAMBDA_RUNTIME_DIR"] = "/var/runtime",
            ["AWS_REGION"] = account.Region,
            ["AWS_DEFAULT_REGION"] = account.Region,
            ["AWS_ACCESS_KEY_ID"] = FunctionKey.IdOf(function.Name),
            ["AWS_SECRET_ACCESS_KEY"] = FunctionKey.Secret,
            ["AWS_SESSION_TOKEN"] = "localcloud",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",

            // A function must not reach a real account by way of somebody's profile or an instance's role.
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                variables[name] = value;
            }
        }

        foreach (var (name, value) in function.Environment)
        {
            variables[name] = value;
        }

        return variables;
    }
}
