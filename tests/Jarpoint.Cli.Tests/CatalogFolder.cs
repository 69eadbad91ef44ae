using Jarpoint.Catalog;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars;

namespace Jarpoint.Cli.Tests;

/// <summary>A bucket with a catalog made by the product's own code, shown as a folder, as a mount does.</summary>
internal sealed class CatalogFolder : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly InMemoryObjectStore store = new(versioned: false);
    private readonly CatalogLayout layout = new();
    private DateTimeOffset now = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public string Path => folder.Path;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Uploads jars, commits what is found as one revision, and shows it.</summary>
    public async Task PutAsync(params (string Key, byte[] Jar)[] jars)
    {
        foreach (var (key, jar) in jars)
        {
            await store.PutAsync(new ObjectWrite(key, jar, new PutCondition.None()), Cancellation);
        }

        await CommitAsync([.. jars.Select(static jar => jar.Key)]);
    }

    /// <summary>A snapshot of so many entries, none of which has an object.</summary>
    public async Task FillAsync(int entries)
    {
        var facts = Enumerable.Range(0, entries).Select(number => new CatalogFact
        {
            Kind = FactKind.Rejected,
            Key = $"jars/{number:D6}.jar",
            At = now,
            Rejection = new Rejection(RejectionReason.Empty, "The object has no bytes."),
        });
        await new CatalogWriter(store, layout, TimeProvider.System).AppendAsync([.. facts], Cancellation);
        await PublishAsync();
    }

    public async Task DeleteAsync(string key)
    {
        store.Delete(key);
        File.Delete(System.IO.Path.Combine(Path, key));
        await CommitAsync([key]);
    }

    public async Task PublishAsync()
    {
        var reader = new CatalogReader(store, layout);
        await new CatalogPublisher(store, layout, reader, TimeProvider.System).PublishAsync(Cancellation);
        await ShowAsync();
    }

    public Task<Invocation> RunAsync(params string[] arguments)
        => Invocation.RunAsync([.. arguments, "--catalog", Path]);

    public void Dispose() => folder.Dispose();

    private async Task CommitAsync(IReadOnlyList<string> keys)
    {
        now = now.AddMinutes(1);
        var cataloguer = new JarCataloguer(store, layout, new JarReaderOptions(), TimeProvider.System);
        var facts = new List<CatalogFact>();
        foreach (var key in keys)
        {
            var change = new ObjectChange { Kind = ObjectChangeKind.Removed, Key = key, At = now };
            facts.Add(((ExamineOutcome.Fact)await cataloguer.ExamineAsync(change, Cancellation)).Value);
        }

        await new CatalogWriter(store, layout, TimeProvider.System).AppendAsync(facts, Cancellation);
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        await foreach (var listed in store.ListAsync("", null, Cancellation))
        {
            var found = (GetOutcome.Found)await store.GetAsync(new ObjectReference(listed.Key), Cancellation);
            await using var content = found.Content;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, Cancellation);
            folder.Write(listed.Key, bytes.ToArray());
        }
    }
}
