using System.CommandLine;
using System.Text.Json;
using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Output;
using Jarpoint.Cli.Resolve;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Check;

/// <summary><c>jarpoint check</c>: whether the jars of a job belong together.</summary>
internal sealed class CheckCommand
{
    private readonly CheckOptions options = new();
    private readonly CatalogChoice choice = new();

    private CheckCommand()
    {
    }

    public static Command Create()
    {
        var check = new CheckCommand();
        var command = new Command(
            "check",
            "Check whether the jars of a job belong together and with its Spark. The rules are in docs/check.md. "
            + "Exit code 1 when there is an error or a warning.");
        check.options.AddTo(command);
        command.Add(check.choice.Option);
        command.SetAction(check.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var application = parsed.GetValue(options.Application) is { } path ? SparkApplication.Read(path) : null;
        string[] named = [.. (application?.Jars ?? []).Concat(parsed.GetValue(options.Jars) ?? []).Distinct(StringComparer.Ordinal)];
        var locked = parsed.GetValue(options.Lock) is { } file ? await LockFile.ReadAsync(file, cancellationToken) : null;
        if (named.Length == 0 && locked is null && application is null)
        {
            throw new UsageException("nothing to check: name a SparkApplication, --jars or --lock");
        }

        var disk = await DiskJars.ReadAsync([.. named.Where(DiskJars.IsPath)], cancellationToken);
        string[] others = [.. named.Where(static name => !DiskJars.IsPath(name))];
        var job = new CheckedJob([.. disk, .. (application?.Packages ?? []).Select(Package)])
        {
            Spark = parsed.GetValue(options.Spark) ?? application?.Spark,
            Java = parsed.GetValue(options.Java),
        };
        if (others.Length == 0 && locked is null)
        {
            return await TellAsync(parsed, job);
        }

        return await choice.RunAsync(
            parsed,
            async (source, cancelled) => await TellAsync(parsed, await LocateAsync(parsed, source, job, others, locked, cancelled)),
            cancellationToken);
    }

    private async Task<CheckedJob> LocateAsync(
        ParseResult parsed,
        CatalogSource source,
        CheckedJob job,
        string[] names,
        LockFile? locked,
        CancellationToken cancellationToken)
    {
        var view = await source.ViewAsync(parsed.GetValue(options.At), cancellationToken);
        var locator = new JarLocator(source, view, parsed.GetValue(options.MountedAt)!);
        // The jars of a lock are those of the job when nothing else is named.
        IEnumerable<string> wanted = job.Jars.Count == 0 && names.Length == 0 ? locked?.Jars.Select(static jar => jar.Key) ?? [] : names;
        var found = await Task.WhenAll(wanted.Select(name => locator.FindAsync(name, cancellationToken)));
        return job with
        {
            Jars = [.. job.Jars, .. found.DistinctBy(static jar => jar.Entry?.Key ?? jar.Name)],
            Changed = locked is null ? [] : [.. locked.Jars.Select(jar => LockDifferences.Changed(jar, view)).OfType<string>()],
        };
    }

    private static CheckedJar Package(string coordinates) => new(coordinates)
    {
        Stated = coordinates.Split(':') is [var group, var artifact, var version] ? new Coordinates(group, artifact, version) : null,
        Fault = new CheckedJarFault(
            CheckedJarFaultKind.Elsewhere, "Spark itself resolves it, with what it depends on; only these coordinates were checked"),
    };

    private async Task<int> TellAsync(ParseResult parsed, CheckedJob job)
    {
        var output = parsed.InvocationConfiguration.Output;
        var findings = RuleBook.Check(job);
        foreach (var (_, finding) in findings)
        {
            await output.WriteLineAsync(parsed.GetValue(options.Json)
                ? JsonSerializer.Serialize(finding, CheckJson.Default.Finding)
                : Printable.OneLine($"{finding.Severity,-7}  {finding.Rule}: {finding.Message}")
                    + $"\n         source: {finding.Source}");
        }

        if (!parsed.GetValue(options.Json))
        {
            await output.WriteLineAsync(
                $"{Amount.Of(job.Jars.Count, "jar")}{(job.Spark is { } spark ? Printable.OneLine($" with Spark {spark}") : "")}: "
                + $"{Count(Severity.Error, "error")}, {Count(Severity.Warning, "warning")}, {Count(Severity.Note, "note")}");
        }

        return findings.Any(static found => found.Severity is not Severity.Note) ? ExitCodes.Incomplete : ExitCodes.Success;

        string Count(Severity severity, string one) => Amount.Of(findings.Count(found => found.Severity == severity), one);
    }
}
