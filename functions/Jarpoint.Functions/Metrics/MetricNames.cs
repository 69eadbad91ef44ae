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

    /// <summary>Count: messages given back to the queue.</summary>
    public const string MessagesRetried = "MessagesRetried";

    /// <summary>The revision a commit became.</summary>
    public const string CommitRevision = "CommitRevision";

    /// <summary>Milliseconds from S3's own time of a change to its commit.</summary>
    public const string UploadToCatalogued = "UploadToCatalogued";

    /// <summary>The revision a published snapshot holds.</summary>
    public const string PublishedRevision = "PublishedRevision";
}
