using System.CommandLine;
using System.Text.Json;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Verify;

/// <summary><c>jarpoint verify</c>: the catalog against itself and against the bucket.</summary>
internal static class VerifyCommand
{
    /// <summary>Jars below it reach the catalog.</summary>
    public const string JarsPrefix = "jars/";

    public static Command Create()
    {
        var choice = new CatalogChoice();
        var json = new Option<bool>("--json") { Description = "JSON, a finding a line, instead of a table." };
        var quick = new Option<bool>("--quick")
        {
            Description = "Only compare the newest revision with a listing; do not read the log, snapshots and descriptions.",
        };
        var command = new Command(
            "verify",
            "Prove the catalog whole and equal to the bucket. Reads everything, writes nothing. Exit code 1 when something is wrong.")
        {
            quick, json, choice.Option,
        };
        command.SetAction((parsed, cancellationToken) => choice.RunAsync(
            parsed,
            async (source, cancelled) =>
            {
                var configuration = parsed.InvocationConfiguration;
                var lines = new List<VerifyLine>();
                var summary = parsed.GetValue(quick) ? "" : await CheckAsync(source, lines, cancelled);
                var progress = new CountLine(configuration.Error, "jars compared");
                var view = await source.ViewAsync(null, cancelled);
                await foreach (var line in BucketComparison.CompareAsync(
                    source.Store, view, JarsPrefix, source.Place is CatalogPlace.Bucket, progress.Advance, cancelled))
                {
                    lines.Add(line);
                }

                progress.Clear();
                await WriteAsync(lines, parsed.GetValue(json), configuration.Output);
                if (!parsed.GetValue(json))
                {
                    await configuration.Output.WriteLineAsync(
                        $"revision {view.Revision}: {summary}{Amount.Of(progress.Count, "jar")} in the bucket; {Amount.Of(lines.Count, "finding")}");
                }

                return lines.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
            },
            cancellationToken));
        return command;
    }

    private static async Task<string> CheckAsync(
        CatalogSource source, List<VerifyLine> lines, CancellationToken cancellationToken)
    {
        var check = await new CatalogChecker(source.Store, source.Layout, TimeProvider.System).CheckAsync(cancellationToken);
        lines.AddRange(check.Findings.Select(static finding =>
            new VerifyLine(CamelCase.Of(finding.Kind), finding.Key, finding.Detail)));
        return $"{Amount.Of(check.Commits, "commit")}, {Amount.Of(check.Snapshots, "snapshot")}, {Amount.Of(check.Descriptions, "description")}, ";
    }

    private static async Task WriteAsync(IReadOnlyList<VerifyLine> lines, bool json, TextWriter output)
    {
        if (json)
        {
            foreach (var line in lines)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(line, VerifyJson.Default.VerifyLine));
            }

            return;
        }

        var table = new RowWriter(output, Screen.Width(output), new Column("Finding"), new Column("Key"), new Column("Detail"));
        foreach (var line in lines)
        {
            await table.AddAsync(line.Kind, line.Key, line.Detail);
        }

        await table.CompleteAsync();
    }
}
