using System.Threading.Channels;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Reading;
using Jarpoint.LocalCloud.S3;

namespace Jarpoint.Cli.Local;

/// <summary>
/// Follows a bucket: which uploads happened, which of them a commit of the catalog answers, and how long that took.
/// An upload is answered by the fact that carries its sequencer.
/// </summary>
internal sealed class CatalogWatch : IAsyncDisposable
{
    private readonly Channel<Func<CancellationToken, Task>> work =
        Channel.CreateUnbounded<Func<CancellationToken, Task>>();

    private readonly Dictionary<(string Key, string Sequencer), DateTimeOffset> waiting = [];
    private readonly Dictionary<string, long> revisions = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource disposing = new();
    private readonly CatalogReader reader;
    private readonly CatalogLayout layout;
    private readonly Action<CatalogCommit> committed;
    private readonly IDisposable subscription;

    /// <param name="store">The bucket's store.</param>
    /// <param name="reader">Reads the catalog of the same bucket.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="committed">Called for every commit from the start on, after the counts took it up.</param>
    public CatalogWatch(S3Store store, CatalogReader reader, CatalogLayout layout, Action<CatalogCommit> committed)
    {
        this.reader = reader;
        this.layout = layout;
        this.committed = committed;
        subscription = store.Subscribe(change => work.Writer.TryWrite(token => FollowAsync(change, token)));
    }

    /// <summary>Completes with disposal, or fails when the catalog cannot be read.</summary>
    public Task Following { get; private set; } = Task.CompletedTask;

    /// <summary>Changes of jars seen so far.</summary>
    public int Changes { get; private set; }

    /// <summary>Changes of jars that a commit answers.</summary>
    public int Catalogued => Changes - waiting.Count;

    /// <summary>Newest revision seen.</summary>
    public long Revision { get; private set; }

    /// <summary>From the end of an upload to the commit that has it.</summary>
    public Latencies UploadToVisible { get; } = new();

    /// <summary>The revision that last spoke of a key.</summary>
    public long? RevisionOf(string key) => revisions.TryGetValue(key, out var revision) ? revision : null;

    /// <summary>Takes up what is in the log already, such as the log of a kept bucket, then follows.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await foreach (var commit in reader.CommitsAsync(1, cancellationToken))
        {
            Take(commit, at: null);
        }

        Following = FollowAsync(disposing.Token);
    }

    /// <summary>Completes when everything that happened before this call is counted.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Writer.TryWrite(_ =>
        {
            reached.SetResult();
            return Task.CompletedTask;
        });
        await Task.WhenAny(reached.Task, Following).WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        subscription.Dispose();
        await disposing.CancelAsync();
        await Following;
        disposing.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var next in work.Reader.ReadAllAsync(cancellationToken))
            {
                await next(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Disposed of: nobody watches any more.
        }
    }

    private async Task FollowAsync(S3ObjectEvent change, CancellationToken cancellationToken)
    {
        if (change.Key.StartsWith("jars/", StringComparison.Ordinal))
        {
            Changes++;
            waiting[(change.Key, change.Sequencer)] = change.Time;
        }
        else if (layout.TryParseLog(change.Key, out _))
        {
            await foreach (var commit in reader.CommitsAsync(Revision + 1, cancellationToken))
            {
                Take(commit, change.Time);
                committed(commit);
            }
        }
    }

    private void Take(CatalogCommit commit, DateTimeOffset? at)
    {
        Revision = commit.Revision;
        foreach (var fact in commit.Facts)
        {
            revisions[fact.Key] = commit.Revision;
            if (fact.Sequencer is { } sequencer && waiting.Remove((fact.Key, sequencer), out var uploaded) && at is { } seen)
            {
                UploadToVisible.Add(seen - uploaded);
            }
        }
    }
}
