using System.CommandLine;
using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Entries;

/// <summary><c>jarpoint show</c>: everything known of one jar.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var choice = new CatalogChoice();
        var at = Revision.Option();
        var json = Revision.Json();
        var name = new Argument<string>("JAR")
        {
            Description = "A key, G:A:V, or G:A for its newest version.",
        };
        var command = new Command("show", "Everything known of a jar. Exit code 1 when there is none.")
        {
            name, at, json, choice.Option,
        };
        command.SetAction((parsed, cancellationToken) => choice.RunAsync(
            parsed,
            async (source, cancelled) =>
            {
                var view = await source.ViewAsync(parsed.GetValue(at), cancelled);
                var wanted = parsed.GetRequiredValue(name);
                var found = EntryFinder.Find(view, wanted);
                foreach (var entry in found)
                {
                    await ShowAsync(source, view, entry, parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancelled);
                }

                if (found.Count == 0)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(Printable.OneLine(
                        $"jarpoint: {wanted}: no such jar at revision {view.Revision}: G:A:V, G:A or a key; jarpoint ls lists them, history tells of removed ones"));
                }

                return found.Count > 0 ? ExitCodes.Success : ExitCodes.Incomplete;
            },
            cancellationToken));
        return command;
    }

    private static async Task ShowAsync(
        CatalogSource source,
        CatalogView view,
        CatalogFact entry,
        bool json,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var jar = await source.DescribeAsync(entry, cancellationToken);
        var newer = EntryFinder.Newer(view, entry);
        IReadOnlyList<HistoryEntry> history =
            [.. (await source.Reader.HistoryAsync(entry.Key, cancellationToken)).Where(one => one.Revision <= view.Revision)];
        if (!json)
        {
            var text = new JarText(output);
            await text.WriteAsync(entry, jar, newer);
            await output.WriteLineAsync("history:");
            await HistoryCommand.WriteTableAsync(history, output);
            await output.WriteLineAsync();
            return;
        }

        var shown = new ShownJar(
            EntryLine.Of(entry),
            jar,
            [.. newer.Select(EntryLine.Of)],
            [.. history.Select(static one => new HistoryLine(one.Revision, one.CommittedAt, one.Shown, EntryLine.Of(one.Fact)))]);
        await output.WriteLineAsync(JsonSerializer.Serialize(shown, EntriesJson.Default.ShownJar));
    }
}
