using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Options;

/// <summary>From which level on the functions log.</summary>
public static class LogLevelOption
{
    // Lambda's names; the framework's for the two that differ come last.
    // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
    private static readonly Dictionary<string, LogLevel> Levels = new()
    {
        ["trace"] = LogLevel.Trace,
        ["debug"] = LogLevel.Debug,
        ["info"] = LogLevel.Information,
        ["warn"] = LogLevel.Warning,
        ["error"] = LogLevel.Error,
        ["fatal"] = LogLevel.Critical,
        ["information"] = LogLevel.Information,
        ["warning"] = LogLevel.Warning,
        ["critical"] = LogLevel.Critical,
    };

    /// <summary>
    /// The level to log at, also while the rest of the configuration is wrong. Lambda's own variable is never a reason
    /// not to start.
    /// </summary>
    public static LogLevel Of(IReadOnlyDictionary<string, string> variables)
    {
        var reader = new OptionsReader(variables);
        var lambda = reader.Choice(OptionNames.LambdaLogLevel, LogLevel.Information, Levels);
        return reader.Choice(OptionNames.LogLevel, lambda, Levels);
    }

    /// <summary>Reports a level of ours that is none.</summary>
    internal static void Check(OptionsReader reader)
        => reader.Choice(OptionNames.LogLevel, LogLevel.Information, Levels);
}
