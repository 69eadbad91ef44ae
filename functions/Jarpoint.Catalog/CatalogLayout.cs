using System.Globalization;

namespace Jarpoint.Catalog;

/// <summary>The names of the catalog's objects. See <c>docs/catalog-format.md</c>.</summary>
/// <param name="root">Prefix of every object of the catalog, ending in a slash.</param>
public sealed class CatalogLayout(string root = "catalog/v1/")
{
    private const int Digits = 20;
    private const string LogExtension = ".json";
    private const string ArchiveExtension = ".json.gz";

    public string Root { get; } = root.EndsWith('/')
        ? root
        : throw new ArgumentException($"The catalog's root '{root}' must end in a slash.", nameof(root));

    public string LogPrefix => Root + "log/";

    public string SnapshotPrefix => Root + "snapshots/";

    public string DescriptionPrefix => Root + "jars/";

    /// <summary>The hint that names the newest snapshot.</summary>
    public string Head => Root + "head.json";

    /// <summary>The commit that made a revision. Names sort as their numbers do.</summary>
    public string Log(long revision) => LogPrefix + Number(revision) + LogExtension;

    public string Snapshot(long revision) => SnapshotPrefix + Number(revision) + ArchiveExtension;

    /// <summary>A long description, by the SHA-256 of its uncompressed JSON.</summary>
    public string Description(string digest) => DescriptionPrefix + digest + ArchiveExtension;

    public bool TryParseLog(string key, out long revision) => TryParse(key, LogPrefix, LogExtension, out revision);

    public bool TryParseSnapshot(string key, out long revision)
        => TryParse(key, SnapshotPrefix, ArchiveExtension, out revision);

    private static string Number(long revision)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(revision);
        return revision.ToString("D" + Digits, CultureInfo.InvariantCulture);
    }

    private static bool TryParse(string key, string prefix, string extension, out long revision)
    {
        revision = 0;
        return key.Length == prefix.Length + Digits + extension.Length
            && key.StartsWith(prefix, StringComparison.Ordinal)
            && key.EndsWith(extension, StringComparison.Ordinal)
            && long.TryParse(
                key.AsSpan(prefix.Length, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out revision)
            && revision > 0;
    }
}
