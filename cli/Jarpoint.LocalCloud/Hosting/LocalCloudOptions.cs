using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting.Calls;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>What to start.</summary>
public sealed record LocalCloudOptions
{
    public const int DefaultPort = 4566;

    /// <summary>The Lambda executable.</summary>
    public required BootstrapCommand Bootstrap { get; init; }

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Made when it does not exist, with versioning.</summary>
    public string Bucket { get; init; } = "spark-jars";

    public LocalAccount Account { get; init; } = new();

    /// <summary>
    /// Where the buckets are kept from one start to the next. Null for a temporary folder that goes with the host.
    /// Queues are not kept: stop when they are empty, or rebuild the catalog.
    /// </summary>
    public string? KeepDirectory { get; init; }

    /// <summary>Null for a catalog without nodes: no EC2, no SSM, no Kubernetes, and two functions only.</summary>
    public LocalNodeOptions? Nodes { get; init; }

    public ChaosOptions Chaos { get; init; } = new();

    /// <summary>Gets every log line of the functions, besides <see cref="LocalCloudHost.Log"/>.</summary>
    public TextWriter? LogCopy { get; init; }

    /// <summary>Variables for every function, besides those of the deployment.</summary>
    public IReadOnlyDictionary<string, string> FunctionEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets every call of every function; null for none.</summary>
    public CallLedger? Ledger { get; init; }

    /// <summary>See <see cref="EventSourceMappingDefinition.RetryAfter"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
