using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Reading;
using Jarpoint.Cli.Output;
using Jarpoint.LocalCloud.Hosting;
using Spectre.Console;

namespace Jarpoint.Cli.Local;

/// <summary>What a person sees of a run: progress, the catalog, then every change.</summary>
internal sealed class LocalScreen(
    TextWriter output, IAnsiConsole console, LocalCloudHost host, TimeProvider time)
{
    private ProgressTask? catalogued;
    private bool live;

    /// <summary>Shows a commit: a step of the progress, or a line for each of its facts.</summary>
    public void Committed(CatalogCommit commit)
    {
        catalogued?.Increment(commit.Facts.Count);
        foreach (var fact in live ? commit.Facts : [])
        {
            output.WriteLine(FactText.Line(commit.Revision, fact));
        }
    }

    /// <summary>Uploads and waits until the functions are through. False when something did not reach the catalog.</summary>
    public async Task<bool> ShowUploadsAsync(
        CatalogWatch watch,
        UploadPlan plan,
        Uploader uploader,
        TimeSpan patience,
        CancellationToken cancellationToken)
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
            await watch.CatchUpAsync(cancellationToken);
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

    public void ShowCatalog(CatalogView view, CatalogWatch watch)
    {
        if (view.Entries.Count == 0)
        {
            output.WriteLine("The catalog is empty.");
            return;
        }

        var table = new JarTable("Key", lastColumn: "Revision");
        foreach (var entry in view.Entries)
        {
            table.Add(FactText.Row(entry), FactText.Number(watch.RevisionOf(entry.Key)));
        }

        table.WriteTo(console);
        var rejected = view.Entries.Count(entry => entry.Kind is FactKind.Rejected);
        foreach (var entry in view.Entries)
        {
            if (entry.Rejection is { } rejection)
            {
                output.WriteLine(Printable.OneLine($"{entry.Key}: {FactText.Reason(rejection)}"));
            }
        }

        output.WriteLine(
            $"catalog@{FactText.Number(view.Revision)}: {view.Entries.Count - rejected} described, {rejected} rejected");
    }

    /// <summary>A line for every fact until the run is interrupted.</summary>
    public async Task ShowChangesAsync(CatalogWatch watch, CancellationToken cancellationToken)
    {
        live = true;
        try
        {
            await watch.Following.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Interrupted: the run says so.
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
