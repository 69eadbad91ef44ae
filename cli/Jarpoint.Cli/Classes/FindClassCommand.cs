using System.CommandLine;
using System.Text.Json;
using Jarpoint.Catalog.Classes;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Classes;

/// <summary><c>jarpoint find-class</c>: which jars have a class, and whether it is the same in all of them.</summary>
internal static class FindClassCommand
{
    public static Command Create()
    {
        var choice = new CatalogChoice();
        var at = Revision.Option();
        var json = Revision.Json();
        var name = new Argument<string>("NAME")
        {
            Description = "A simple name, or a qualified one with dots or slashes; * at the end stands for any rest. "
                + "A nested class is Outer$Nested.",
        };
        var command = new Command(
            "find-class",
            "The jars that have a class, in groups of the same bytes. With --at the descriptions are read instead of the index. "
            + "Exit code 1 when no jar has it.")
        {
            name, at, json, choice.Option,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var wanted = parsed.GetRequiredValue(name);
            var query = ClassQuery.TryParse(wanted)
                ?? throw new UsageException($"{wanted}: no name of a class, such as Row, org.apache.spark.sql.Row or org.apache.spark.sql.R*");
            var configuration = parsed.InvocationConfiguration;
            return choice.RunAsync(
                parsed,
                async (source, cancelled) =>
                {
                    var search = new ClassSearch(source, configuration.Error);
                    var (revision, found) = await search.FindAsync(query, parsed.GetValue(at), cancelled);
                    if (found.Count == 0)
                    {
                        await configuration.Error.WriteLineAsync(Printable.OneLine(
                            $"jarpoint: {wanted}: no jar has such a class at revision {revision}"));
                        return ExitCodes.Incomplete;
                    }

                    await (parsed.GetValue(json)
                        ? WriteJsonAsync(revision, found, configuration.Output)
                        : WriteTableAsync(found, configuration.Output));
                    return ExitCodes.Success;
                },
                cancellationToken);
        });
        return command;
    }

    private static async Task WriteJsonAsync(long revision, IReadOnlyList<ClassRow> found, TextWriter output)
    {
        foreach (var row in found)
        {
            await output.WriteLineAsync(
                JsonSerializer.Serialize(ClassLine.Of(revision, row), ClassesJson.Default.ClassLine));
        }
    }

    private static async Task WriteTableAsync(IReadOnlyList<ClassRow> found, TextWriter output)
    {
        var table = new RowWriter(
            output, Screen.Width(output), new Column("Class"), new Column("Bytes"), new Column("Jar", Rank: 1), new Column("Key"));
        foreach (var line in found.Select(static row => ClassLine.Of(0, row)))
        {
            foreach (var variant in line.Variants)
            {
                foreach (var jar in variant.Jars)
                {
                    await table.AddAsync(line.Class, variant.Crc, jar.Coordinates, jar.Key);
                }
            }
        }

        await table.CompleteAsync();
        var differing = found.Count(static row => row.Copies.Select(static copy => copy.Crc).Distinct().Skip(1).Any());
        await output.WriteLineAsync(
            $"{Amount.Of(found.Count, "class", "classes")} in {Amount.Of(Jars(found), "jar")}; "
            + (differing == 0 ? "the same bytes wherever it is more than once" : $"{differing} with other bytes in other jars"));
    }

    private static int Jars(IReadOnlyList<ClassRow> found)
        => found.SelectMany(static row => row.Copies).Select(static copy => copy.Jar.Key).Distinct().Count();
}
