using System.Globalization;
using System.Text;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Catalog.Tests.Describing;

/// <summary>A bucket that people change at random, and the events of their changes, as S3 sends them.</summary>
internal sealed class BucketModel(bool versioned, int seed)
{
    public static string[] Keys { get; } = ["jars/a.jar", "jars/b+c d.jar", "jars/\u65e5.jar"];

    private readonly Random random = new(seed);
    private readonly FakeTimeProvider time = new(TestCatalog.Noon);
    private readonly Dictionary<string, List<string>> versions = Keys.ToDictionary(static key => key, static _ => new List<string>());
    private int sequencer;

    public InMemoryObjectStore Store => field ??= new InMemoryObjectStore(versioned, time);

    public List<ObjectChange> Events { get; } = [];

    /// <summary>Puts, deletes, or deletes a version or marker for good; time passes or stands still.</summary>
    public async Task ChangeAsync()
    {
        time.Advance(TimeSpan.FromMilliseconds(random.Next(3) * 700));
        var key = Keys[random.Next(Keys.Length)];
        switch (random.Next(4))
        {
            case 0:
                Emit(ObjectChangeKind.Removed, key, Remember(key, Store.Delete(key)));
                break;
            case 1 when versions[key].Count > 0:
                var version = versions[key][random.Next(versions[key].Count)];
                versions[key].Remove(version);
                Store.DeleteVersion(key, version);
                Emit(ObjectChangeKind.Removed, key, version);
                break;
            default:
                var text = random.Next(8) == 0 ? "bad" : FakeJars.Version(sequencer);
                var stored = (PutOutcome.Stored)await Store.PutAsync(
                    new ObjectWrite(key, Encoding.UTF8.GetBytes(text), new PutCondition.None()), default);
                Emit(ObjectChangeKind.Created, key, Remember(key, stored.VersionId));
                break;
        }
    }

    /// <summary>Takes an event out, or leaves it in to be delivered again.</summary>
    public ObjectChange Deliver()
    {
        var i = random.Next(Events.Count);
        var change = Events[i];
        if (random.Next(4) != 0)
        {
            Events.RemoveAt(i);
        }

        return change;
    }

    public bool Toss(int sides) => random.Next(sides) == 0;

    /// <summary>Now and then loses an event for good.</summary>
    public void Lose() => Events.RemoveAt(random.Next(Events.Count));

    public void Wait() => time.Advance(TimeSpan.FromSeconds(2));

    private string? Remember(string key, string? version)
    {
        if (version is not null)
        {
            versions[key].Add(version);
        }

        return version;
    }

    /// <summary>Sequencers grow, and now and then in length.</summary>
    private void Emit(ObjectChangeKind kind, string key, string? version) => Events.Add(new ObjectChange
    {
        Kind = kind,
        Key = key,
        VersionId = version,
        Sequencer = new string('0', random.Next(3)) + (++sequencer).ToString("X", CultureInfo.InvariantCulture),
        At = time.GetUtcNow(),
    });
}
