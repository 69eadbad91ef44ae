using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Maven;
using Jarpoint.Jars;

namespace Jarpoint.Functions.Options;

/// <summary>Reads what the functions of the catalog need.</summary>
internal static class CatalogOptionsBinder
{
    private static readonly Dictionary<string, DigestMode> Digests = new()
    {
        ["auto"] = DigestMode.Auto,
        ["checksum"] = DigestMode.Checksum,
        ["stream"] = DigestMode.Stream,
        ["none"] = DigestMode.None,
    };

    /// <returns>Of use only when the reader has no faults.</returns>
    public static CatalogOptions Bind(OptionsReader reader)
    {
        var options = new CatalogOptions
        {
            Bucket = reader.Required(OptionNames.Bucket),
            JarsPrefix = Folder(reader, OptionNames.JarsPrefix, "jars/"),
            CatalogRoot = Folder(reader, OptionNames.CatalogRoot, "catalog/v1/"),
            Digest = reader.Choice(OptionNames.Digest, DigestMode.Auto, Digests),
            Concurrency = reader.Number(OptionNames.Concurrency, 8, 1, 256),
            Limits = Limits(reader),
            S3PathStyle = reader.Flag(OptionNames.S3PathStyle),
        };
        RefuseRecursion(reader, options);
        return options;
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
    private static void RefuseRecursion(OptionsReader reader, CatalogOptions options)
    {
        if (options.JarsPrefix.StartsWith(options.CatalogRoot, StringComparison.Ordinal)
            || options.CatalogRoot.StartsWith(options.JarsPrefix, StringComparison.Ordinal))
        {
            reader.Fault(
                $"{OptionNames.JarsPrefix} '{options.JarsPrefix}' and {OptionNames.CatalogRoot} '{options.CatalogRoot}' "
                + "must not contain one another: every commit would be taken for an upload");
        }

        if (options.JarsPrefix.StartsWith(MavenRepository.Root, StringComparison.Ordinal))
        {
            reader.Fault(
                OptionNames.JarsPrefix, options.JarsPrefix,
                $"outside of {MavenRepository.Root}: every copy would be taken for an upload");
        }
    }
}
