using Jarpoint.Catalog;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Output;
using Jarpoint.Functions.Storage;
using Jarpoint.LocalCloud.Hosting;
using Spectre.Console;

namespace Jarpoint.Cli.Local;

/// <summary>One run of the laptop cloud: start, upload, wait, show, stay.</summary>
internal sealed class LocalRun(TextWriter output)
{
    // Six times a function's time limit is the visibility time-out: a message whose process died needs that long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private readonly IAnsiConsole console = Screen.Over(output);

    public IReadOnlyList<string> Folders { get; init; } = [];

    public bool Once { get; init; }

    /// <summary>Nodes to launch; more may come later.</summary>
    public int Nodes { get; init; }

    public required string Pool { get; init; }

    public required LocalCloudOptions Cloud { get; init; }

    public string? LogFile { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var plan = UploadPlan.For(Folders, Environment.GetEnvironmentVariable);
        await using var held = Cloud.KeepDirectory is { } kept ? Hold(kept) : null;
        await using var logs = LogFile is null ? null : File.CreateText(LogFile);
        await using var host = await StartAsync(Cloud with { LogCopy = logs }, cancellationToken);
        await output.WriteLineAsync($"S3, SQS, EC2, SSM and the functions answer at {host.Endpoint}, bucket {host.Bucket}");
        await output.WriteLineAsync($"The catalog page, for a browser: {host.Page}");
        await output.WriteLineAsync(plan.Explanation);

        var layout = new CatalogLayout();
        using var s3 = LocalClients.S3(host.Endpoint);
        var reader = new CatalogReader(new S3ObjectStore(s3, host.Bucket, TimeProvider.System), layout);
        var screen = new LocalScreen(output, console, host, Cloud.Time);
        await using var watch = new CatalogWatch(host.Store, reader, layout, screen.Committed);
        await watch.StartAsync(cancellationToken);
        var complete = await screen.ShowUploadsAsync(
            watch, plan, new Uploader(s3, host.Bucket), Patience, cancellationToken);
        screen.ShowCatalog(await reader.LatestAsync(cancellationToken), watch);
        var fleet = new FleetScreen(output, console, host, Cloud.Time);
        complete &= await fleet.LaunchAsync(Nodes, Pool, Patience, cancellationToken);
        if (Once)
        {
            return complete ? ExitCodes.Success : ExitCodes.Incomplete;
        }

        await UsageHint.WriteAsync(output, host);
        await Task.WhenAll(screen.ShowChangesAsync(watch, cancellationToken), fleet.ShowChangesAsync(cancellationToken));
        await output.WriteLineAsync("Stopped.");
        return ExitCodes.Success;
    }

    /// <summary>Two clouds over one folder would each write a journal of their own.</summary>
    private static FileStream Hold(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new UsageException($"--keep {folder}: {taken.Message.TrimEnd('.')}; is another jarpoint local at work there?");
        }
    }

    private static async Task<LocalCloudHost> StartAsync(LocalCloudOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await LocalCloudHost.StartAsync(options, cancellationToken);
        }
        catch (IOException taken)
        {
            throw new UsageException($"port {options.Port} of 127.0.0.1: {taken.Message.TrimEnd('.')}; choose another with --port");
        }
    }
}
