using System.Globalization;
using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster.Objects;

namespace Jarpoint.Functions.Tests.Handlers.Manifests;

/// <summary>Clusters in memory that do what a test says, and write down what was done.</summary>
internal sealed class FakeObjects
{
    private readonly Dictionary<string, (LiveObject Live, JsonObject Document)> objects = [];
    private int uids;

    /// <summary>Such as <c>apply spark ConfigMap jarpoint/settings</c>; looks are not written down.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>Clusters and objects there are: <c>spark ConfigMap jarpoint/settings</c>.</summary>
    public IEnumerable<string> Names => objects.Keys.Order(StringComparer.Ordinal);

    /// <summary>Answers a call in place of the cluster, unless it is null; the text is as in <see cref="Writes"/>.</summary>
    public Func<string, CancellationToken, Task<ObjectOutcome?>> OnCall { get; set; } =
        static (_, _) => Task.FromResult<ObjectOutcome?>(null);

    public JsonObject Document(string name) => objects[name].Document;

    public LiveObject Live(string name) => objects[name].Live;

    /// <summary>Somebody else creates an object.</summary>
    public void Put(string name, string? owner = null, bool isGoing = false)
        => objects[name] = (new LiveObject(Uid(), owner, isGoing), []);

    public void Remove(string name) => objects.Remove(name);

    public IClusterObjects Open(string cluster) => new Opened(this, cluster);

    private string Uid() => (++uids).ToString(CultureInfo.InvariantCulture);

    private sealed class Opened(FakeObjects all, string cluster) : IClusterObjects
    {
        public async Task<ObjectOutcome> FindAsync(ManifestObject manifest, CancellationToken cancellationToken)
            => await all.OnCall($"find {Name(manifest)}", cancellationToken)
                ?? (all.objects.TryGetValue(Name(manifest), out var found)
                    ? new ObjectOutcome.Found(found.Live)
                    : new ObjectOutcome.Absent());

        public async Task<ObjectOutcome> ApplyAsync(
            ManifestObject manifest, JsonObject document, CancellationToken cancellationToken)
        {
            var call = $"apply {Name(manifest)}";
            if (await all.OnCall(call, cancellationToken) is { } outcome)
            {
                return outcome;
            }

            all.Writes.Add(call);
            var uid = all.objects.TryGetValue(Name(manifest), out var old) ? old.Live.Uid : all.Uid();
            var owner = document["metadata"]!["annotations"]?[ObjectOwner.Annotation]?.ToString() ?? old.Live?.Owner;
            all.objects[Name(manifest)] = (new LiveObject(uid, owner, IsGoing: false), document);
            return new ObjectOutcome.Done();
        }

        public async Task<ObjectOutcome> DeleteAsync(
            ManifestObject manifest, string uid, CancellationToken cancellationToken)
        {
            var call = $"delete {Name(manifest)}";
            if (await all.OnCall(call, cancellationToken) is { } outcome)
            {
                return outcome;
            }

            all.Writes.Add(call);
            all.objects[Name(manifest)].Live.Uid.ShouldBe(uid);
            all.objects.Remove(Name(manifest));
            return new ObjectOutcome.Done();
        }

        public void Dispose()
        {
            // Nothing is held.
        }

        private string Name(ManifestObject manifest) => $"{cluster} {manifest}";
    }
}
