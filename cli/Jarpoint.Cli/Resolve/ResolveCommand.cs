using System.CommandLine;
using System.Text.Json;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Resolve;

/// <summary><c>jarpoint resolve</c>: from coordinates to what a Spark job is told.</summary>
internal static class ResolveCommand
{
    public static Command Create()
    {
        var choice = new CatalogChoice();
        var at = Revision.Option();
        var options = new ResolveOptions();
        var command = new Command("resolve", "Find jars and print what Spark is told. Exit code 1 when one is not found.")
        {
            options.Jars, options.Conf, options.Yaml, options.Json, options.MountedAt, options.Lock, options.Locked,
            at, choice.Option,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var requests = parsed.GetValue(options.Jars) ?? [];
            var parsedRequests = requests.Select(JarRequest.Parse).ToList();
            var form = options.Form(parsed);
            var locked = parsed.GetValue(options.Locked);
            var path = parsed.GetValue(options.Lock);
            if (requests.Length == 0 && !locked)
            {
                throw new UsageException("resolve: name a jar, or use --locked");
            }

            return choice.RunAsync(
                parsed,
                async (source, cancelled) =>
                {
                    var found = locked
                        ? await LockedAsync(source, path ?? ResolveOptions.DefaultLock, requests, parsed, at, cancelled)
                        : await ResolveAsync(source, parsedRequests, parsed, at, cancelled);
                    if (found is null)
                    {
                        return ExitCodes.Incomplete;
                    }

                    if (path is not null && !locked)
                    {
                        await found.WriteAsync(path, cancelled);
                    }

                    await WriteAsync(found, form, parsed.GetValue(options.MountedAt)!, parsed.InvocationConfiguration.Output);
                    return ExitCodes.Success;
                },
                cancellationToken);
        });
        return command;
    }

    /// <summary>Null when a jar was not found, which was said.</summary>
    private static async Task<LockFile?> ResolveAsync(
        CatalogSource source,
        IReadOnlyList<JarRequest> requests,
        ParseResult parsed,
        Option<long?> at,
        CancellationToken cancellationToken)
    {
        var view = await source.ViewAsync(parsed.GetValue(at), cancellationToken);
        var resolver = new JarResolver(view);
        var (found, failed) = (new List<LockedJar>(), false);
        foreach (var request in requests)
        {
            switch (resolver.Resolve(request))
            {
                case ResolveOutcome.Found(var entry):
                    found.Add(LockedJar.Of(request.Text, entry));
                    break;
                case ResolveOutcome.Failed(var reason):
                    failed = true;
                    await SayAsync(parsed, $"{request.Text}: {reason}");
                    break;
            }
        }

        return failed ? null : new LockFile { Format = LockFile.Known, Revision = view.Revision, Jars = found };
    }

    /// <summary>Null when the lock is not true any more, which was said.</summary>
    private static async Task<LockFile?> LockedAsync(
        CatalogSource source,
        string path,
        IReadOnlyList<string> requests,
        ParseResult parsed,
        Option<long?> at,
        CancellationToken cancellationToken)
    {
        var locked = await LockFile.ReadAsync(path, cancellationToken);
        var view = await source.ViewAsync(parsed.GetValue(at), cancellationToken);
        var differences = LockDifferences.Of(locked, requests, view);
        foreach (var difference in differences)
        {
            await SayAsync(parsed, difference);
        }

        return differences.Count == 0 ? locked : null;
    }

    private static Task SayAsync(ParseResult parsed, string sentence)
        => parsed.InvocationConfiguration.Error.WriteLineAsync(Printable.OneLine($"jarpoint: {sentence}"));

    private static async Task WriteAsync(LockFile found, ResolveForm form, string mountpoint, TextWriter output)
    {
        var addresses = found.Jars.Select(jar => SparkLocation.Of(mountpoint, jar.Key)).Distinct().ToList();
        var list = string.Join(',', addresses);
        await output.WriteLineAsync(form switch
        {
            ResolveForm.Conf => $"--conf spark.jars={list}",
            ResolveForm.Json => JsonSerializer.Serialize(found, ResolveJson.Default.LockFile),
            ResolveForm.Yaml => string.Join(
                '\n', ["spec:", "  deps:", "    jars:", .. addresses.Select(static address => $"      - {address}")]),
            _ => $"spark.jars {list}",
        });
    }
}
