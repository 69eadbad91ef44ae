using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Output;
using Jarpoint.LocalCloud.Hosting;
using Spectre.Console;

namespace Jarpoint.Cli.Local;

/// <summary>What a person sees of a run: progress, the catalog, then every change.</summary>
internal sealed class LocalScreen(
    TextWriter output, IAnsiConsole console, LocalCloudHost host, CatalogWatch watch, TimeProvider time)
{
    private ProgressTask? catalogued;
    private bool live;

    /// <summary>Takes up every commit; ends with the token.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var commit in watch.FollowAsync(cancellationToken))
        {
            catalogued?.Value(watch.Catalogued);
            if (live)
            {
                foreach (var fact in commit.Facts)
                {
                    await output.WriteLineAsync(FactText.Line(commit.Revision, fact));
                }
            }
        }
    }

    /// <summary>Uploads and waits until the functions are through. False when something did not reach the catalog.</summary>
    public async Task<bool> ShowUploadsAsync(
        UploadPlan plan, Uploader uploader, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (plan.Uploads.Count == 0)
        {
            return true;
        }

        var began = time.GetTimestamp();
        await console.Progress().StartAsync(async progress =>
        {
            var uploaded = progress.AddTask("uploaded", maxValue: plan.Uploads.Count);
            catalogued = progress.AddTask("catalogued", maxValue: plan.Uploads.Count);
            await uploader.UploadAsync(plan.Uploads, _ => uploaded.Increment(1), cancellationToken);
            await QuiesceAsync(patience, cancellationToken);
            catalogued.Value(watch.Catalogued);
        });
        catalogued = null;
        var elapsed = time.GetElapsedTime(began);
        await output.WriteLineAsync(Summary.Of(watch, elapsed));
        foreach (var letter in host.DeadLetters)
        {
            await output.WriteLineAsync($"dead letter in {letter.Queue}: {Printable.OneLine(letter.Message.Body)}");
        }

        return watch.Catalogued == watch.Changes && host.DeadLetters.Count == 0;
    }

    public async Task ShowCatalogAsync(CatalogView view)
    {
        if (view.Entries.Count == 0)
        {
            await output.WriteLineAsync("The catalog is empty.");
            return;
        }

        var table = new JarTable("Key", lastColumn: "Revision");
        foreach (var entry in view.Entries)
        {
            table.Add(FactText.Row(entry), FactText.Number(watch.RevisionOf(entry.Key)));
        }

        table.WriteTo(console);
        var rejected = view.Entries.Count(entry => entry.Kind is FactKind.Rejected);
        await output.WriteLineAsync(
            $"catalog@{FactText.Number(view.Revision)}: {view.Entries.Count - rejected} described, {rejected} rejected");
    }

    /// <summary>A line for every fact until the run is interrupted.</summary>
    public async Task ShowChangesAsync(Task following)
    {
        live = true;
        try
        {
            await following;
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync("Stopped.");
        }
    }

    private async Task QuiesceAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await host.QuiesceAsync(patience, cancellationToken);
        }
        catch (TimeoutException left)
        {
            await output.WriteLineAsync(left.Message);
        }
    }
}
