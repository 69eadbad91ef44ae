using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// A watch, as <c>kubectl get -w</c>, <c>kubectl wait</c> and <c>kubectl delete</c> open it: one JSON document per
/// change. It begins with what is there, or after a resource version while the changes since are remembered.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
/// </summary>
internal sealed class WatchAction
{
    private const int Remembered = 20_000;

    private readonly Lock gate = new();
    private readonly KubernetesStore store;
    private readonly Queue<ObjectChangedEventArgs> history = new();
    private readonly List<ChannelWriter<ObjectChangedEventArgs>> watchers = [];
    private long forgotten;

    public WatchAction(KubernetesStore store)
    {
        this.store = store;
        forgotten = store.Revision;
        store.Changed += Remember;
    }

    public async Task RunAsync(KubernetesExchange exchange)
    {
        if (exchange.WantsTable && !AcceptsPlain(exchange))
        {
            throw Statuses.NotEmulated("a watch as a table");
        }

        var query = ListQuery.Read(exchange.Query, exchange.Path.Kind);
        var channel = Channel.CreateUnbounded<ObjectChangedEventArgs>();
        var (shown, replay) = Begin(exchange, channel.Writer);
        try
        {
            exchange.Http.Response.ContentType = "application/json";
            await exchange.Http.Response.StartAsync(exchange.Cancelled);
            foreach (var change in replay)
            {
                await WriteAsync(exchange, query, change);
            }

            await exchange.Http.Response.Body.FlushAsync(exchange.Cancelled);
            await foreach (var change in channel.Reader.ReadAllAsync(exchange.Cancelled))
            {
                if (change.ResourceVersion > shown)
                {
                    await WriteAsync(exchange, query, change);
                    await exchange.Http.Response.Body.FlushAsync(exchange.Cancelled);
                }
            }
        }
        finally
        {
            lock (gate)
            {
                watchers.Remove(channel.Writer);
            }
        }
    }

    private static bool AcceptsPlain(KubernetesExchange exchange)
        => exchange.Http.Request.Headers.Accept.ToString().Split(',')
            .Any(static type => type.Trim() is "application/json" or "*/*");

    private static async Task WriteAsync(KubernetesExchange exchange, ListQuery query, ObjectChangedEventArgs change)
    {
        bool Shows(StoredObject? each)
            => each is not null && each.Kind == exchange.Path.Kind && query.Matches(each, exchange.Path.Namespace);

        var type = (Shows(change.Before), Shows(change.After)) switch
        {
            (false, true) => "ADDED",
            (true, true) => "MODIFIED",
            (true, false) => "DELETED",
            _ => null,
        };
        if (type is null)
        {
            return;
        }

        var body = exchange.Http.Response.Body;
        await body.WriteAsync(Encoding.ASCII.GetBytes($$"""{"type":"{{type}}","object":"""), exchange.Cancelled);
        await body.WriteAsync((type == "DELETED" ? change.Before : change.After)!.Json, exchange.Cancelled);
        await body.WriteAsync("}\n"u8.ToArray(), exchange.Cancelled);
    }

    // A change made while the watch begins may be both in what is replayed and in what follows; its version tells.
    private (long Shown, IReadOnlyList<ObjectChangedEventArgs> Replay) Begin(
        KubernetesExchange exchange, ChannelWriter<ObjectChangedEventArgs> watcher)
    {
        var since = exchange.Query["resourceVersion"] is { Length: > 0 } text and not "0"
            ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : throw Statuses.BadRequest($"Invalid value: \"{text}\": resourceVersion")
            : (long?)null;
        lock (gate)
        {
            if (since < forgotten && history.Count == Remembered)
            {
                throw Statuses.Expired($"too old resource version: {since} ({forgotten})");
            }

            watchers.Add(watcher);
            if (since is { } revision)
            {
                var missed = history.Where(change => change.ResourceVersion > revision).ToArray();
                return (missed.Length > 0 ? missed[^1].ResourceVersion : revision, missed);
            }

            var (now, objects) = store.List(exchange.Path.Kind);
            return (now, [.. objects.Select(static each => new ObjectChangedEventArgs(null, each, each.ResourceVersion))]);
        }
    }

    private void Remember(object? sender, ObjectChangedEventArgs change)
    {
        lock (gate)
        {
            history.Enqueue(change);
            if (history.Count > Remembered)
            {
                forgotten = history.Dequeue().ResourceVersion;
            }

            foreach (var watcher in watchers)
            {
                watcher.TryWrite(change);
            }
        }
    }
}
