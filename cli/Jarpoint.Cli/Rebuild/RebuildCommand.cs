using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;
using Jarpoint.Cli.Verify;
using Jarpoint.Jars;

namespace Jarpoint.Cli.Rebuild;

/// <summary><c>jarpoint rebuild</c>: brings the catalog up to a listing of the bucket.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var choice = new CatalogChoice();
        var apply = new Option<bool>("--apply") { Description = "Do it. Without this nothing is written, and what differs is counted." };
        var redescribe = new Option<bool>("--redescribe")
        {
            Description = "With --apply: also describe again what an earlier release of the reader described.",
        };
        var json = new Option<bool>("--json") { Description = "JSON, one object, instead of a sentence." };
        var command = new Command(
            "rebuild",
            "Compare a listing of the bucket with the catalog, and with --apply commit what differs. May run while jars arrive; "
            + "interrupted and run again, it goes on. Exit code 1 when without --apply there is something to do.")
        {
            apply, redescribe, json, choice.Option,
        };
        command.SetAction((parsed, cancellationToken) => choice.RunAsync(
            parsed,
            async (source, cancelled) =>
            {
                var configuration = parsed.InvocationConfiguration;
                if (!parsed.GetValue(apply))
                {
                    var due = await CountAsync(source, configuration.Error, cancelled);
                    await configuration.Output.WriteLineAsync(parsed.GetValue(json)
                        ? JsonSerializer.Serialize(due, RebuildJson.Default.RebuildDue)
                        : $"{Amount.Of(due.Listed, "jar")} in the bucket: {due.New} to describe, {due.Differing} to describe again, {due.Gone} to remove"
                            + (due.IsNothing ? "" : "; --apply does it"));
                    return due.IsNothing ? ExitCodes.Success : ExitCodes.Incomplete;
                }

                if (source.Place is CatalogPlace.Folder)
                {
                    throw new UsageException($"{source.Place}: a folder is only read; --apply needs --catalog s3://BUCKET");
                }

                var done = await RebuildAsync(source, parsed.GetValue(redescribe), configuration.Error, cancelled);
                await configuration.Output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(done, RebuildJson.Default.RebuildProgress)
                    : $"{Text(done)}; revision {done.Revision}");
                return ExitCodes.Success;
            },
            cancellationToken));
        return command;
    }

    internal static async Task<RebuildDue> CountAsync(
        CatalogSource source, TextWriter error, CancellationToken cancellationToken)
    {
        var progress = new CountLine(error, "jars compared");
        var view = await source.ViewAsync(null, cancellationToken);
        var kinds = new List<string>();
        await foreach (var line in BucketComparison.CompareAsync(
            source.Store, view, VerifyCommand.JarsPrefix, source.Place is CatalogPlace.Bucket, progress.Advance, cancellationToken))
        {
            kinds.Add(line.Kind);
        }

        progress.Clear();
        return new RebuildDue(
            progress.Count, kinds.Count(static kind => kind == "notCatalogued"), kinds.Count(static kind => kind == "differs"), kinds.Count(static kind => kind == "gone"));
    }

    internal static async Task<RebuildProgress> RebuildAsync(
        CatalogSource source, bool redescribe, TextWriter error, CancellationToken cancellationToken)
    {
        var cataloguer = new JarCataloguer(source.Store, source.Layout, new JarReaderOptions(), TimeProvider.System);
        var rebuilder = new CatalogRebuilder(
            source.Store,
            source.Layout,
            cataloguer,
            new CatalogWriter(source.Store, source.Layout, TimeProvider.System),
            source.Reader);
        var progress = new ProgressLine(error);
        var done = await rebuilder.RebuildAsync(
            new RebuildOptions { Prefix = VerifyCommand.JarsPrefix, Redescribe = redescribe }, progress, cancellationToken);
        progress.Clear();
        return done;
    }

    private static string Text(RebuildProgress counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Amount.Of(counts.Listed, "jar")} in the bucket: {counts.Unchanged} unchanged, {counts.Described} described, {counts.Rejected} rejected, {counts.Removed} removed");

    /// <summary>A line on a terminal that is written over; called from one rebuild, in order.</summary>
    private sealed class ProgressLine(TextWriter writer) : IProgress<RebuildProgress>
    {
        private readonly bool visible = Screen.IsTerminal(writer);

        public void Report(RebuildProgress value)
        {
            if (visible)
            {
                writer.Write($"\r{Text(value)}");
            }
        }

        public void Clear()
        {
            if (visible)
            {
                writer.Write("\r\u001b[K");
            }
        }
    }
}

/// <summary>What a rebuild would do.</summary>
internal sealed record RebuildDue(int Listed, int New, int Differing, int Gone)
{
    [JsonIgnore]
    public bool IsNothing => New + Differing + Gone == 0;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RebuildDue))]
[JsonSerializable(typeof(RebuildProgress))]
internal sealed partial class RebuildJson : JsonSerializerContext;
