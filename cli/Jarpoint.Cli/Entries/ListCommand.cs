using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Entries;

/// <summary><c>jarpoint ls</c>: the jars of a catalog.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var choice = new CatalogChoice();
        var at = Revision.Option();
        var json = Revision.Json();
        var options = new ListOptions();
        var command = new Command("ls", "List the jars of a catalog. Exit code 1 when nothing matches.")
        {
            options.Pattern, options.Scala, options.Java, options.Provider, options.Since, options.Before,
            options.Warning, options.Rejected, at, json, choice.Option,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var filter = options.Filter(parsed, TimeProvider.System);
            return choice.RunAsync(
                parsed,
                async (source, cancelled) =>
                {
                    await using var stream = await source.Reader.OpenAsync(parsed.GetValue(at), cancelled);
                    var found = Matching(source, stream.ReadAsync(cancelled).Where(filter.Matches), filter, cancelled);
                    var output = parsed.InvocationConfiguration.Output;
                    return parsed.GetValue(json)
                        ? await WriteJsonAsync(found, output, cancelled)
                        : await WriteTableAsync(found, stream.Revision, output, cancelled);
                },
                cancellationToken);
        });
        return command;
    }

    private static IAsyncEnumerable<CatalogFact> Matching(
        CatalogSource source, IAsyncEnumerable<CatalogFact> entries, EntryFilter filter, CancellationToken cancellationToken)
        => filter.Provider is null
            ? entries
            : source.DescribeAllAsync(entries, cancellationToken)
                .Where(found => filter.Provides(found.Jar))
                .Select(static found => found.Entry);

    private static async Task<int> WriteJsonAsync(
        IAsyncEnumerable<CatalogFact> entries, TextWriter output, CancellationToken cancellationToken)
    {
        var exitCode = ExitCodes.Incomplete;
        var lines = new LineBatch(output);
        await foreach (var entry in lines.FlushBetweenAsync(entries, cancellationToken))
        {
            await lines.AddAsync(JsonSerializer.Serialize(EntryLine.Of(entry), EntriesJson.Default.EntryLine));
            exitCode = ExitCodes.Success;
        }

        return exitCode;
    }

    private static async Task<int> WriteTableAsync(
        IAsyncEnumerable<CatalogFact> entries, long revision, TextWriter output, CancellationToken cancellationToken)
    {
        var table = new RowWriter(
            output,
            Screen.Width(output),
            new Column("Coordinates"),
            new Column("Java", Right: true, Rank: 3),
            new Column("Scala", Right: true, Rank: 3),
            new Column("Size", Right: true, Rank: 1),
            new Column("Seen", Rank: 4),
            new Column("Warnings", Rank: 2),
            new Column("Key"));
        await table.AddAllAsync(
            entries,
            static entry =>
            [
                EntryText.Coordinates(entry),
                EntryText.Java(entry.Jar),
                entry.Jar?.Scala,
                EntryText.Size(entry),
                EntryText.Time(entry.At),
                string.Join(", ", entry.Jar?.Warnings ?? []),
                entry.Key,
            ],
            cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{table.Count} {(table.Count == 1 ? "jar" : "jars")} at revision {revision}"));
        return table.Count > 0 ? ExitCodes.Success : ExitCodes.Incomplete;
    }
}
