using System.Globalization;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Index;

/// <summary>An index line as a row of the table.</summary>
internal static class IndexRow
{
    public static JarRow From(IndexLine line) => new(line.Path)
    {
        Coordinates = line.Coordinates?.ToString(),
        Evidence = line.Evidence,
        Java = line.Java is { } release
            ? string.Create(CultureInfo.InvariantCulture, $"{release}{(line.JavaSampled ? "~" : "")}")
            : null,
        Scala = line.Scala,
        Classes = line.Classes,
        Size = line.Size,
        Warnings = [.. line.Warnings.Select(warning => warning.Code).Distinct(StringComparer.Ordinal)],
        Rejection = line.Status == IndexLine.Rejected ? line.Reason : null,
    };
}
