using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>
/// The objects of a cluster. Every write raises one resource version for all of them, as etcd's revision does. Safe
/// for concurrent use.
/// </summary>
public sealed class KubernetesStore(TimeProvider time)
{
    private const int MostEvents = 20_000;

    private readonly Lock gate = new();
    private readonly Lock telling = new();
    private readonly ConcurrentQueue<ObjectChangedEventArgs> untold = new();
    private readonly Dictionary<ResourceKind, SortedDictionary<string, StoredObject>> objects =
        ResourceKind.All.ToDictionary(
            static kind => kind,
            static _ => new SortedDictionary<string, StoredObject>(StringComparer.Ordinal));

    private readonly Queue<string> eventOrder = new();

    // A fresh cluster has written a few hundred objects of its own.
    private long revision = 1000;

    /// <summary>Raised after every write, in the order of resource versions.</summary>
    public event EventHandler<ObjectChangedEventArgs>? Changed;

    public long Revision => Interlocked.Read(ref revision);

    public int Count(ResourceKind kind)
    {
        lock (gate)
        {
            return objects[kind].Count;
        }
    }

    /// <summary>All objects of a kind as they are at one revision, in the order of namespace and name.</summary>
    public (long Revision, IReadOnlyList<StoredObject> Objects) List(ResourceKind kind)
    {
        lock (gate)
        {
            return (revision, [.. objects[kind].Values]);
        }
    }

    public StoredObject? Find(ResourceKind kind, string name, string ns = "")
    {
        lock (gate)
        {
            return objects[kind].GetValueOrDefault(Key(ns, name));
        }
    }

    /// <summary>Adds an object and gives it uid, creation time and resource version.</summary>
    /// <exception cref="StatusException">The name is taken, or the object is invalid.</exception>
    public StoredObject Create(ResourceKind kind, JsonObject document)
    {
        var metadata = document.Ensure("metadata");
        var drawn = metadata.Text("name") is not { Length: > 0 };
        ObjectRules.PrepareForCreate(kind, document);
        metadata["uid"] = Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = Timestamp(time.GetUtcNow());
        var key = Key(metadata.Text("namespace") ?? "", metadata.Text("name")!);
        ObjectChangedEventArgs change;
        lock (gate)
        {
            // Among thousands of drawn names two are soon the same; the API server draws again, too.
            while (drawn && objects[kind].ContainsKey(key))
            {
                ObjectRules.DrawName(metadata);
                key = Key(metadata.Text("namespace") ?? "", metadata.Text("name")!);
            }

            if (objects[kind].ContainsKey(key))
            {
                throw Statuses.AlreadyExists(kind, metadata.Text("name")!);
            }

            var created = Stamp(kind, document);
            objects[kind].Add(key, created);
            change = Note(new ObjectChangedEventArgs(null, created, created.ResourceVersion));
            if (kind == ResourceKind.Events)
            {
                KeepNewestEvents(key);
            }
        }

        Tell();
        return change.After!;
    }

    /// <summary>
    /// Changes an object in one step. A document with a resource version other than the object's is a conflict; one
    /// without is not compared. An object that is being deleted goes with its last finalizer.
    /// </summary>
    /// <returns>The object as it is, or as it was last when it is gone.</returns>
    /// <exception cref="StatusException">There is no such object, a conflict, or the result is invalid.</exception>
    public StoredObject Update(ResourceKind kind, string name, string ns, Func<JsonObject, JsonObject> transition)
    {
        ObjectChangedEventArgs change;
        lock (gate)
        {
            var before = objects[kind].GetValueOrDefault(Key(ns, name)) ?? throw Statuses.NotFound(kind, name);
            var current = before.Document();
            var next = transition(before.Document());
            ObjectRules.CheckUpdate(before, current, next);
            next.Ensure("metadata")["resourceVersion"] = current.Text("metadata", "resourceVersion");
            if (JsonNode.DeepEquals(current, next))
            {
                return before;
            }

            change = Replace(before, next);
        }

        Tell();
        return change.After ?? change.Before!;
    }

    /// <summary>Deletes an object; while it has finalizers it is only marked.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="ns">Its namespace, or the empty one.</param>
    /// <param name="check">Throws when the object is not the one meant.</param>
    /// <returns>The marked object, or null when it is gone.</returns>
    /// <exception cref="StatusException">There is no such object.</exception>
    public StoredObject? Delete(ResourceKind kind, string name, string ns = "", Action<StoredObject>? check = null)
    {
        ObjectChangedEventArgs change;
        lock (gate)
        {
            var before = objects[kind].GetValueOrDefault(Key(ns, name)) ?? throw Statuses.NotFound(kind, name);
            check?.Invoke(before);
            var document = before.Document();
            if (document.Text("metadata", "deletionTimestamp") is not null)
            {
                return before;
            }

            var metadata = document.Ensure("metadata");
            metadata["deletionTimestamp"] = Timestamp(time.GetUtcNow());
            metadata["deletionGracePeriodSeconds"] = 0;
            change = Replace(before, document);
        }

        Tell();
        return change.After;
    }

    /// <summary>Deletes what lives in a namespace.</summary>
    public void Empty(string ns)
    {
        ArgumentException.ThrowIfNullOrEmpty(ns);
        StoredObject[] inside;
        lock (gate)
        {
            inside = [.. objects.Values.SelectMany(static each => each.Values).Where(each => each.Namespace == ns)];
        }

        foreach (var each in inside)
        {
            Delete(each.Kind, each.Name, ns);
        }
    }

    /// <summary>A moment as the API writes it: to the second, in UTC.</summary>
    internal static string Timestamp(DateTimeOffset moment)
        => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Key(string ns, string name) => $"{ns}/{name}";

    private ObjectChangedEventArgs Replace(StoredObject before, JsonObject next)
    {
        var key = Key(before.Namespace, before.Name);
        if (next.Text("metadata", "deletionTimestamp") is not null && next.Texts("metadata", "finalizers").Count == 0)
        {
            objects[before.Kind].Remove(key);
            return Note(new ObjectChangedEventArgs(before, null, ++revision));
        }

        var after = Stamp(before.Kind, next);
        objects[before.Kind][key] = after;
        return Note(new ObjectChangedEventArgs(before, after, after.ResourceVersion));
    }

    private ObjectChangedEventArgs Note(ObjectChangedEventArgs change)
    {
        untold.Enqueue(change);
        return change;
    }

    // Outside the lock of the objects, so that a handler may read and write; one thread at a time, to keep the order.
    private void Tell()
    {
        lock (telling)
        {
            while (untold.TryDequeue(out var change))
            {
                Changed?.Invoke(this, change);
            }
        }
    }

    private StoredObject Stamp(ResourceKind kind, JsonObject document)
    {
        revision++;
        document.Ensure("metadata")["resourceVersion"] = revision.ToString(CultureInfo.InvariantCulture);
        return new StoredObject(kind, document, revision);
    }

    // The API forgets Events after an hour; here the oldest go when there are too many.
    private void KeepNewestEvents(string newest)
    {
        eventOrder.Enqueue(newest);
        while (eventOrder.Count > MostEvents)
        {
            objects[ResourceKind.Events].Remove(eventOrder.Dequeue());
        }
    }
}
