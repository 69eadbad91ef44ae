using System.Globalization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Entries;

/// <summary>Parts of an entry in words.</summary>
internal static class EntryText
{
    public static string Coordinates(CatalogFact entry) => entry switch
    {
        { Kind: FactKind.Removed } => "removed",
        { Rejection: { } rejection } => $"rejected: {CamelCase.Of(rejection.Reason)}",
        { Jar: { ArtifactId: not null } jar } => $"{jar.GroupId ?? "?"}:{jar.ArtifactId}:{jar.Version ?? "?"}",
        _ => "unknown",
    };

    public static string Java(JarSummary? jar)
        => jar?.Java is { } release
            ? string.Create(CultureInfo.InvariantCulture, $"{release}{(jar.JavaSampled ? "~" : "")}")
            : "";

    public static string Size(CatalogFact entry) => entry.Size is { } size ? ByteSize.Text(size) : "";

    public static string Time(DateTimeOffset at)
        => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
