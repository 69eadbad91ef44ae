namespace Jarpoint.Cli.Resolve;

/// <summary>How resolved jars are written.</summary>
internal enum ResolveForm
{
    /// <summary>A line of spark-defaults.conf.</summary>
    Properties,

    /// <summary>An argument of spark-submit.</summary>
    Conf,

    /// <summary>The part of a SparkApplication.</summary>
    Yaml,

    /// <summary>The document of the lock.</summary>
    Json,
}
