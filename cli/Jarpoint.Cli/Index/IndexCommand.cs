using System.CommandLine;
using System.Text.Json;
using Jarpoint.Cli.Output;
using Jarpoint.Jars;

namespace Jarpoint.Cli.Index;

/// <summary><c>jarpoint index PATH...</c>: describes jars on disk, without any cloud.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Jars, or folders to search for files ending in .jar.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "One JSON object a line instead of a table." };
        var ranges = new Option<bool>("--ranges")
        {
            Description = "Read only the directory and the entries that matter: faster on large jars, "
                + "without SHA-256 and with a sampled Java release.",
        };
        var command = new Command("index", "Describe jars on disk. Exit code 1 when one of them is rejected.")
        {
            paths,
            json,
            ranges,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var depth = parsed.GetValue(ranges) ? JarReadDepth.Ranges : JarReadDepth.Whole;
            var reader = new JarReader(new JarReaderOptions { Depth = depth });
            var lines = new Indexer(reader, Environment.ProcessorCount)
                .DescribeAsync(JarFinder.Find(parsed.GetRequiredValue(paths)), cancellationToken);
            var configuration = parsed.InvocationConfiguration;
            return parsed.GetValue(json)
                ? WriteJsonAsync(lines, configuration.Output)
                : WriteTableAsync(lines, configuration.Output, configuration.Error);
        });
        return command;
    }

    private static async Task<int> WriteJsonAsync(IAsyncEnumerable<IndexLine> lines, TextWriter output)
    {
        var exitCode = ExitCodes.Success;
        await foreach (var line in lines)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(line, IndexJson.Default.IndexLine));
            exitCode = line.Status == IndexLine.Rejected ? ExitCodes.Incomplete : exitCode;
        }

        return exitCode;
    }

    private static async Task<int> WriteTableAsync(
        IAsyncEnumerable<IndexLine> lines, TextWriter output, TextWriter error)
    {
        var table = new JarTable("Path");
        var progress = new CountLine(error, "jars read");
        var rejected = new List<string>();
        await foreach (var line in lines)
        {
            table.Add(IndexRow.From(line));
            if (line.Status == IndexLine.Rejected)
            {
                rejected.Add(Printable.OneLine($"{line.Path}: {line.Reason}: {line.Detail}"));
            }

            progress.Advance();
        }

        progress.Clear();
        if (progress.Count == 0)
        {
            await error.WriteLineAsync("jarpoint: no file ending in .jar was found");
            return ExitCodes.Incomplete;
        }

        table.WriteTo(Screen.Over(output));
        foreach (var line in rejected)
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync($"{progress.Count - rejected.Count} described, {rejected.Count} rejected");
        return rejected.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
    }
}
