namespace Jarpoint.Cli.Catalog;

/// <summary>Where a catalog lies, as <c>--catalog</c> says it.</summary>
internal abstract record CatalogPlace
{
    private const string Scheme = "s3://";
    private const string DefaultRoot = "catalog/v1/";

    private CatalogPlace()
    {
    }

    /// <summary>A bucket, of the AWS environment or of the laptop cloud.</summary>
    /// <param name="Name">The bucket.</param>
    /// <param name="Root">Prefix of the catalog's objects; ends in a slash.</param>
    /// <param name="Endpoint">The laptop cloud, or null for what the environment says.</param>
    internal sealed record Bucket(string Name, string Root = DefaultRoot, Uri? Endpoint = null) : CatalogPlace
    {
        public override string ToString() => $"{Scheme}{Name}";
    }

    /// <summary>A folder that shows a bucket, such as its mount; nothing is ever written there.</summary>
    internal sealed record Folder(string Path) : CatalogPlace
    {
        public static string Root => DefaultRoot;

        public override string ToString() => Path;
    }

    /// <exception cref="UsageException">The text names no catalog.</exception>
    public static CatalogPlace Parse(string text)
    {
        if (text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            var parts = text[Scheme.Length..].Split('/', 2);
            var root = parts is [_, { Length: > 0 } given] ? given.TrimEnd('/') + "/" : DefaultRoot;
            return parts[0].Length > 0
                ? new Bucket(parts[0], root)
                : throw new UsageException($"--catalog {text}: no bucket is named; s3://BUCKET or s3://BUCKET/ROOT");
        }

        if (!Directory.Exists(text))
        {
            throw new UsageException($"--catalog {text}: no such folder; a folder or s3://BUCKET");
        }

        var catalog = Path.Combine(text, DefaultRoot);
        return Directory.Exists(catalog)
            ? new Folder(Path.GetFullPath(text))
            : throw new UsageException($"--catalog {text}: there is no {DefaultRoot} below it");
    }
}
