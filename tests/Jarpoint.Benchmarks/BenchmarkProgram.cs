using System.Globalization;
using Jarpoint.Benchmarks.Catalog;
using Jarpoint.Benchmarks.Command;
using Jarpoint.Benchmarks.Cost;
using Jarpoint.Benchmarks.Functions;
using Jarpoint.Benchmarks.Healing;
using Jarpoint.Benchmarks.Jars;
using Jarpoint.Benchmarks.Local;
using Jarpoint.Benchmarks.Maven;
using Jarpoint.Benchmarks.Nodes;
using Jarpoint.Benchmarks.Page;
using Spectre.Console;

namespace Jarpoint.Benchmarks;

/// <summary>Runs the sections named, or all, and prints one table each: figure, ratio, target.</summary>
internal static class BenchmarkProgram
{
    private static readonly Dictionary<string, Func<Task<IReadOnlyList<BenchmarkRow>>>> Sections = new()
    {
        ["jars"] = JarSection.RunAsync,
        ["catalog"] = CatalogSection.RunAsync,
        ["command"] = CommandSection.RunAsync,
        ["functions"] = FunctionSection.RunAsync,
        ["local"] = LocalSection.RunAsync,
        ["launch"] = LaunchSection.RunAsync,
        ["healing"] = HealingSection.RunAsync,
        ["nodes"] = NodeSection.RunAsync,
        ["page"] = PageSection.RunAsync,
        ["cost"] = CostSection.RunAsync,
        ["maven"] = MavenSection.RunAsync,
    };

    /// <summary>Exit code 1 when a figure misses its target, 2 for an unknown section.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is [CatalogChild.Verb, var action, var folder])
        {
            return await CatalogChild.RunAsync(action, folder);
        }

        if (arguments is [SweepChild.Verb])
        {
            return await SweepChild.RunAsync();
        }

        if (arguments.FirstOrDefault(name => !Sections.ContainsKey(name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"unknown section {unknown}: {string.Join(", ", Sections.Keys)}");
            return 2;
        }

        var missed = 0;
        foreach (var name in arguments.Length > 0 ? arguments : [.. Sections.Keys])
        {
            var rows = await Sections[name]();
            Print(name, rows);
            missed += rows.Count(static row => row.Reached is false);
        }

        return missed == 0 ? 0 : 1;
    }

    public static string Text(double value, string unit)
        => $"{value.ToString(value < 10 ? "0.###" : "0.#", CultureInfo.InvariantCulture)} {unit}";

    private static void Print(string name, IReadOnlyList<BenchmarkRow> rows)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(name) };
        table.AddColumns("figure", "measured", "ratio", "target", "");
        foreach (var row in rows)
        {
            var verdict = row.Reached switch { true => "reached", false => "MISSED", null => "" };
            table.AddRow(new Text(row.Name), new Text(row.Value), new Text(row.Ratio), new Text(row.Target), new Text(verdict));
        }

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 140;
        }

        AnsiConsole.Write(table);
    }
}
