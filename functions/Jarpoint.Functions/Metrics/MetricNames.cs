namespace Jarpoint.Functions.Metrics;

/// <summary>CloudWatch metrics, all in the namespace <see cref="Namespace"/>.</summary>
public static class MetricNames
{
    public const string Namespace = "Jarpoint";

    /// <summary>The one dimension: the deployed function's name.</summary>
    public const string FunctionDimension = "Function";

    /// <summary>Count: jars described and committed.</summary>
    public const string JarsDescribed = "JarsDescribed";

    /// <summary>Count: objects nobody can read as a jar, recorded as such.</summary>
    public const string JarsRejected = "JarsRejected";

    /// <summary>Count: jars recorded as gone.</summary>
    public const string JarsRemoved = "JarsRemoved";

    /// <summary>Count: changes that are no concern of the catalog.</summary>
    public const string ChangesIgnored = "ChangesIgnored";

    /// <summary>Count: messages or records nobody can handle, acknowledged.</summary>
    public const string MessagesPoison = "MessagesPoison";

    /// <summary>Count: messages given back to the queue because something failed.</summary>
    public const string MessagesRetried = "MessagesRetried";

    /// <summary>The revision a commit became.</summary>
    public const string CommitRevision = "CommitRevision";

    /// <summary>Milliseconds from S3's own time of a change to its commit.</summary>
    public const string UploadToCatalogued = "UploadToCatalogued";

    /// <summary>The revision a published snapshot holds.</summary>
    public const string PublishedRevision = "PublishedRevision";

    /// <summary>Count, every sweep: nodes that are mounted and without our taint.</summary>
    public const string NodesReady = "NodesReady";

    /// <summary>Count, every sweep: nodes that were never ready and are within their deadline.</summary>
    public const string NodesStarting = "NodesStarting";

    /// <summary>Count, every sweep: nodes whose mount is dead, failed or lost.</summary>
    public const string NodesUnhealthy = "NodesUnhealthy";

    /// <summary>Count, every sweep: nodes nobody knows anything about, or for whose mount S3 does not answer.</summary>
    public const string NodesUnknown = "NodesUnknown";

    /// <summary>Count, every sweep: nodes that were never ready and are past their deadline.</summary>
    public const string NodesOverdue = "NodesOverdue";

    /// <summary>Count: nodes a mount command went to.</summary>
    public const string MountCommandsSent = "MountCommandsSent";

    /// <summary>Count: nodes whose startup taint was taken off.</summary>
    public const string NodesUntainted = "NodesUntainted";

    /// <summary>Count: nodes whose NodeClaim was deleted because they never became ready.</summary>
    public const string NodesReplaced = "NodesReplaced";

    /// <summary>Count: mounts that the nodes themselves brought back.</summary>
    public const string MountsRepaired = "MountsRepaired";

    /// <summary>1 when a sweep found too many nodes unwell and repaired nothing, else 0; every sweep.</summary>
    public const string GuardTripped = "GuardTripped";

    /// <summary>Milliseconds from the launch of an instance to a node without our taint.</summary>
    public const string LaunchToReady = "LaunchToReady";

    /// <summary>Count: launches to look at again, because the agent is not there yet or SSM throttles.</summary>
    public const string LaunchesPostponed = "LaunchesPostponed";

    /// <summary>Count: refresh commands to the fleet.</summary>
    public const string RefreshesSent = "RefreshesSent";

    /// <summary>Count: directories the fleet was told to list again.</summary>
    public const string RefreshDirectories = "RefreshDirectories";
}
