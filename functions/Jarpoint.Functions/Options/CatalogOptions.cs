using Jarpoint.Catalog.Describing;
using Jarpoint.Jars;

namespace Jarpoint.Functions.Options;

/// <summary>What the functions of the catalog can be told, already validated.</summary>
public sealed record CatalogOptions
{
    /// <summary>The bucket of the jars and of their catalog.</summary>
    public required string Bucket { get; init; }

    /// <summary>Keys below it are jars; ends in a slash.</summary>
    public string JarsPrefix { get; init; } = "jars/";

    /// <summary>Where the catalog lives; ends in a slash.</summary>
    public string CatalogRoot { get; init; } = "catalog/v1/";

    public DigestMode Digest { get; init; } = DigestMode.Auto;

    /// <summary>Jars examined at once within one invocation.</summary>
    public int Concurrency { get; init; } = 8;

    public JarLimits Limits { get; init; } = new();

    /// <summary>Addresses the bucket in the path, for S3 servers without a name per bucket.</summary>
    public bool S3PathStyle { get; init; }
}
