using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Entries;

/// <summary><c>jarpoint diff FROM [TO]</c>: what differs between two revisions.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var choice = new CatalogChoice();
        var json = Revision.Json();
        var from = new Argument<long?>("FROM")
        {
            Description = "A revision.",
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = Revision.Parse,
        };
        var to = new Argument<long?>("TO")
        {
            Description = "Another one. Default: the newest.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = Revision.Parse,
        };
        var command = new Command("diff", "What differs between two revisions.") { from, to, json, choice.Option };
        command.SetAction((parsed, cancellationToken) => choice.RunAsync(
            parsed,
            async (source, cancelled) =>
            {
                var second = parsed.GetValue(to) ?? (await source.Reader.LatestAsync(cancelled)).Revision;
                var diff = await source.Reader.DiffAsync(parsed.GetRequiredValue(from)!.Value, second, cancelled);
                var output = parsed.InvocationConfiguration.Output;
                await (parsed.GetValue(json) ? WriteJsonAsync(diff, output) : WriteTableAsync(diff, output));
                return ExitCodes.Success;
            },
            cancellationToken));
        return command;
    }

    private static async Task WriteTableAsync(CatalogDiff diff, TextWriter output)
    {
        var table = new RowWriter(
            output, Screen.Width(output), new Column("Change"), new Column("Before"), new Column("After"), new Column("Key"));
        foreach (var change in diff.Changes)
        {
            await table.AddAsync(
                CamelCase.Of(change.Kind),
                change.Before is { } before ? EntryText.Coordinates(before) : "",
                change.After is { } after ? EntryText.Coordinates(after) : "",
                change.Key);
        }

        await table.CompleteAsync();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{diff.Changes.Count} {(diff.Changes.Count == 1 ? "change" : "changes")} from revision {diff.From} to {diff.To}"));
    }

    private static async Task WriteJsonAsync(CatalogDiff diff, TextWriter output)
    {
        foreach (var change in diff.Changes)
        {
            var line = new ChangeLine(
                CamelCase.Of(change.Kind),
                change.Key,
                change.Before is { } before ? EntryLine.Of(before) : null,
                change.After is { } after ? EntryLine.Of(after) : null);
            await output.WriteLineAsync(JsonSerializer.Serialize(line, EntriesJson.Default.ChangeLine));
        }
    }
}
