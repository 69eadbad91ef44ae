using Jarpoint.Catalog.Describing;
using Jarpoint.Jars;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Options;

/// <summary>Makes options from environment variables.</summary>
public static class OptionsBinder
{
    private static readonly Dictionary<string, bool> Booleans = new() { ["true"] = true, ["false"] = false };

    private static readonly Dictionary<string, DigestMode> Digests = new()
    {
        ["auto"] = DigestMode.Auto,
        ["checksum"] = DigestMode.Checksum,
        ["stream"] = DigestMode.Stream,
        ["none"] = DigestMode.None,
    };

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

    /// <exception cref="InvalidOptionsException">One or more variables are wrong.</exception>
    public static JarpointOptions Bind(IReadOnlyDictionary<string, string> variables)
    {
        var reader = new OptionsReader(variables);
        var options = new JarpointOptions
        {
            Bucket = reader.Required(OptionNames.Bucket),
            JarsPrefix = Folder(reader, OptionNames.JarsPrefix, "jars/"),
            CatalogRoot = Folder(reader, OptionNames.CatalogRoot, "catalog/v1/"),
            Digest = reader.Choice(OptionNames.Digest, DigestMode.Auto, Digests),
            Concurrency = reader.Number(OptionNames.Concurrency, 8, 1, 256),
            Limits = Limits(reader),
            LogLevel = reader.Choice(OptionNames.LogLevel, LogLevelOf(variables), Levels),
            S3PathStyle = reader.Choice(OptionNames.S3PathStyle, false, Booleans),
        };
        var faults = reader.Faults.Concat(Recursion(options)).ToList();
        return faults.Count == 0 ? options : throw new InvalidOptionsException(faults);
    }

    /// <summary>
    /// The level to log at, also while the rest of the configuration is wrong: the wrong level of one variable is
    /// reported by <see cref="Bind"/>, and Lambda's own variable is never a reason not to start.
    /// </summary>
    public static LogLevel LogLevelOf(IReadOnlyDictionary<string, string> variables)
    {
        var reader = new OptionsReader(variables);
        var lambda = reader.Choice(OptionNames.LambdaLogLevel, LogLevel.Information, Levels);
        return reader.Choice(OptionNames.LogLevel, lambda, Levels);
    }

    private static JarLimits Limits(OptionsReader reader)
    {
        var defaults = new JarLimits();
        return new JarLimits
        {
            Entries = reader.Number(OptionNames.MaxEntries, defaults.Entries, 1, int.MaxValue),
            DirectoryBytes = reader.Number(OptionNames.MaxDirectoryBytes, defaults.DirectoryBytes, 1, int.MaxValue),
            EntryBytes = reader.Number(OptionNames.MaxEntryBytes, defaults.EntryBytes, 1, int.MaxValue),
            InflatedBytes = reader.Number(OptionNames.MaxInflatedBytes, defaults.InflatedBytes, 1, long.MaxValue),
            Ratio = reader.Number(OptionNames.MaxRatio, defaults.Ratio, 1, int.MaxValue),
        };
    }

    private static string Folder(OptionsReader reader, string name, string fallback)
    {
        var value = reader.Text(name) ?? fallback;
        if (value.StartsWith('/') || !value.EndsWith('/'))
        {
            reader.Fault(name, value, "a key prefix that ends in a slash and does not begin with one");
        }

        return value;
    }

    // A catalog below the jars would catalog itself: every commit would cause the next one.
    private static IEnumerable<string> Recursion(JarpointOptions options)
        => options.JarsPrefix.StartsWith(options.CatalogRoot, StringComparison.Ordinal)
            || options.CatalogRoot.StartsWith(options.JarsPrefix, StringComparison.Ordinal)
            ? [$"{OptionNames.JarsPrefix} '{options.JarsPrefix}' and {OptionNames.CatalogRoot} '{options.CatalogRoot}' "
                + "must not contain one another: every commit would be taken for an upload"]
            : [];
}
