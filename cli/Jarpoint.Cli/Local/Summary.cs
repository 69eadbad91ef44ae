using System.Globalization;

namespace Jarpoint.Cli.Local;

/// <summary>The line of figures after the uploads.</summary>
internal static class Summary
{
    public static string Of(CatalogWatch watch, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{watch.Catalogued} of {watch.Changes} changes catalogued in {elapsed.TotalSeconds:0.0} s, "
        + $"{watch.Revision} revisions; upload to visible p50 {Milliseconds(watch, 50)} ms, "
        + $"p99 {Milliseconds(watch, 99)} ms");

    private static string Milliseconds(CatalogWatch watch, double percent)
        => watch.UploadToVisible.Percentile(percent).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
