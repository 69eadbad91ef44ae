using System.Globalization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Local;

/// <summary>A fact of the catalog for people.</summary>
internal static class FactText
{
    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Line(long revision, CatalogFact fact)
    {
        var what = fact switch
        {
            { Jar: { } jar } => $"described  {Coordinates(jar)}",
            { Rejection: { } rejection } => $"rejected   {Reason(rejection)}",
            _ => "removed",
        };
        return Printable.OneLine($"catalog@{Number(revision)}  {fact.Key}  {what}");
    }

    public static JarRow Row(CatalogFact fact) => new(fact.Key)
    {
        Coordinates = fact.Jar is { } jar ? Coordinates(jar) : null,
        Evidence = fact.Jar is { } known ? CamelCase.Of(known.Evidence) : null,
        Java = fact.Jar is { Java: { } release, JavaSampled: var sampled } ? Number(release) + (sampled ? "~" : "") : null,
        Scala = fact.Jar?.Scala,
        Classes = fact.Jar?.Classes,
        Size = fact.Size,
        Warnings = fact.Jar?.Warnings ?? [],
        Rejection = fact.Rejection is { } rejection ? CamelCase.Of(rejection.Reason) : null,
    };

    /// <summary>Reason and detail of a rejection.</summary>
    public static string Reason(Rejection rejection) => RejectionText.Of(rejection.Reason, rejection.Detail);

    private static string? Coordinates(JarSummary jar)
        => jar.ArtifactId is null ? null : $"{jar.GroupId ?? "?"}:{jar.ArtifactId}:{jar.Version ?? "?"}";
}
