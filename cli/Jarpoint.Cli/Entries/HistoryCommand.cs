using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Entries;

/// <summary><c>jarpoint history KEY</c>: everything the catalog was ever told about one key.</summary>
internal static class HistoryCommand
{
    public static Command Create()
    {
        var choice = new CatalogChoice();
        var json = Revision.Json();
        var key = new Argument<string>("KEY") { Description = "Key of an object, such as jars/team/core-1.0.jar." };
        var command = new Command("history", "Everything said about one key. Reads the whole log; exit code 1 for nothing.")
        {
            key, json, choice.Option,
        };
        command.SetAction((parsed, cancellationToken) => choice.RunAsync(
            parsed,
            async (source, cancelled) =>
            {
                var wanted = parsed.GetRequiredValue(key);
                var history = await source.Reader.HistoryAsync(wanted, cancelled);
                var output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    await WriteJsonAsync(history, output);
                }
                else if (history.Count > 0)
                {
                    await WriteTableAsync(history, output);
                }
                else
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(
                        Printable.OneLine($"jarpoint: {wanted}: the catalog was never told of it"));
                }

                return history.Count > 0 ? ExitCodes.Success : ExitCodes.Incomplete;
            },
            cancellationToken));
        return command;
    }

    public static async Task WriteTableAsync(IReadOnlyList<HistoryEntry> history, TextWriter output)
    {
        var table = new RowWriter(
            output,
            Screen.Width(output),
            new Column("Revision", Right: true),
            new Column("Committed"),
            new Column("Said"),
            new Column("Size", Right: true, Rank: 1),
            new Column("ETag", Rank: 2),
            new Column("Note"));
        foreach (var entry in history)
        {
            await table.AddAsync(
                entry.Revision.ToString(CultureInfo.InvariantCulture),
                EntryText.Time(entry.CommittedAt),
                EntryText.Coordinates(entry.Fact),
                EntryText.Size(entry.Fact),
                entry.Fact.ETag,
                entry.Shown ? "" : "late: something newer was known");
        }

        await table.CompleteAsync();
    }

    private static async Task WriteJsonAsync(IReadOnlyList<HistoryEntry> history, TextWriter output)
    {
        foreach (var entry in history)
        {
            var line = new HistoryLine(entry.Revision, entry.CommittedAt, entry.Shown, EntryLine.Of(entry.Fact));
            await output.WriteLineAsync(JsonSerializer.Serialize(line, EntriesJson.Default.HistoryLine));
        }
    }
}
