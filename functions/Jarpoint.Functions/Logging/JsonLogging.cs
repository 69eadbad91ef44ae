using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Logging;

internal static class JsonLogging
{
    /// <summary>Loggers that write JSON lines at <paramref name="level"/> and above.</summary>
    public static LoggerFactory CreateFactory(
        LogLines lines, InvocationCorrelation correlation, LogLevel level, TimeProvider clock)
        => new([new JsonLoggerProvider(lines, correlation, clock)], new LoggerFilterOptions { MinLevel = level });

    /// <summary>Adds loggers over a factory that is there before anything else, to report a failing start.</summary>
    public static IServiceCollection AddJsonLogging(
        this IServiceCollection services, LogLines lines, InvocationCorrelation correlation, ILoggerFactory factory)
        => services
            .AddSingleton(lines)
            .AddSingleton(correlation)
            .AddSingleton(factory)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>));
}
