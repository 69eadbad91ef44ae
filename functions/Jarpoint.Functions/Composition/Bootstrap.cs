using System.Diagnostics.CodeAnalysis;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Composition;

/// <summary>The life of the process: compose the function <c>_HANDLER</c> names, then serve it until told to stop.</summary>
internal static partial class Bootstrap
{
    /// <returns>The process's exit code; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string> variables, LogLines lines, TimeProvider clock, CancellationToken stopping)
    {
        var handler = variables.GetValueOrDefault(EnvironmentVariables.Handler, string.Empty);
        var correlation = new InvocationCorrelation(
            variables.GetValueOrDefault(EnvironmentVariables.FunctionName) is { Length: > 0 } name ? name : handler);
        using var loggers = JsonLogging.CreateFactory(lines, correlation, LogLevelOption.Of(variables), clock);
        var logger = loggers.CreateLogger(typeof(Bootstrap).FullName!);
        if (variables.GetValueOrDefault(EnvironmentVariables.RuntimeApi) is not { Length: > 0 } runtimeApi)
        {
            Log.NotInLambda(logger, EnvironmentVariables.RuntimeApi);
            return ExitCode.NotInLambda;
        }

        using var runtime = new RuntimeApiClient(runtimeApi);
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton(runtime)
            .AddJsonLogging(lines, correlation, loggers);
        try
        {
            return await ServeAsync(services, handler, variables, runtime, logger, stopping);
        }
        catch (RuntimeApiException e)
        {
            Log.RuntimeApiLost(logger, e);
            return ExitCode.RuntimeApiLost;
        }
    }

    // The edge of the start: Lambda is told whatever kept the function from starting.
    [SuppressMessage("Design", "CA1031", Justification = "Every failure to start is reported through init/error.")]
    private static async Task<int> ServeAsync(
        IServiceCollection services,
        string handler,
        IReadOnlyDictionary<string, string> variables,
        RuntimeApiClient runtime,
        ILogger logger,
        CancellationToken stopping)
    {
        InvocationLoop loop;
        try
        {
            loop = services
                .AddFunction(handler, variables)
                .AddSingleton<InvocationLoop>()
                .BuildServiceProvider()
                .GetRequiredService<InvocationLoop>();
        }
        catch (Exception e)
        {
            Log.InitFailed(logger, e);
            await runtime.ReportInitErrorAsync(InvocationError.From(e));
            return ExitCode.InitFailed;
        }

        await loop.RunAsync(stopping);
        return ExitCode.Stopped;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical,
            "{Variable} is not set: this program is a Lambda runtime and is started by Lambda or by the laptop cloud")]
        public static partial void NotInLambda(ILogger logger, string variable);

        [LoggerMessage(LogLevel.Critical, "The function could not start")]
        public static partial void InitFailed(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Critical, "The Runtime API is lost; the process ends")]
        public static partial void RuntimeApiLost(ILogger logger, Exception exception);
    }
}
