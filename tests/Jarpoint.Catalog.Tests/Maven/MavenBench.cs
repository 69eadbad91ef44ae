using System.Globalization;
using System.Text;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Maven;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars;
using Microsoft.Extensions.Time.Testing;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Maven;

/// <summary>A bucket, its catalog, and the repository that follows it. The clock moves with every upload.</summary>
internal sealed class MavenBench
{
    private int events;

    public FakeTimeProvider Clock { get; } = new(Noon);

    public TestCatalog Catalog { get; } = new() { Store = new InMemoryObjectStore(versioned: false) };

    public InMemoryObjectStore Store => Catalog.Store;

    public MavenOptions Options { get; set; } = new();

    public MavenRepository Repository => new(Store, Store, Layout, Catalog.Reader, Options, Clock);

    /// <summary>Uploads and catalogues a jar.</summary>
    public async Task UploadAsync(string key, byte[] content)
    {
        await Store.PutAsync(new ObjectWrite(key, content, new PutCondition.None()), Cancellation);
        await NoticeAsync(key, ObjectChangeKind.Created);
    }

    public Task UploadAsync(string group, string artifact, string version)
        => UploadAsync($"jars/{artifact}-{version}.jar", JarFile.Of(group, artifact, version));

    public async Task RemoveAsync(string key)
    {
        Store.Delete(key);
        await NoticeAsync(key, ObjectChangeKind.Removed);
    }

    /// <summary>Publishes the catalog and lets the repository follow it.</summary>
    public Task<bool> FollowAsync() => FollowUntilAsync(CancellationToken.None);

    /// <inheritdoc cref="FollowAsync"/>
    public async Task<bool> FollowUntilAsync(CancellationToken windUp)
        => await Repository.FollowAsync(await PublishedAsync(), windUp, Cancellation);

    public async Task<PublishedCatalog> PublishedAsync()
    {
        await Catalog.Publisher.PublishAsync(Cancellation);
        return new PublishedCatalog(await Catalog.Reader.LatestAsync(Cancellation));
    }

    /// <summary>Everything below <c>maven2/</c>, bytes as Latin-1.</summary>
    public async Task<SortedDictionary<string, string>> ContentAsync()
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var listed in Store.ListAsync(MavenRepository.Root, null, Cancellation))
        {
            content.Add(listed.Key, Encoding.Latin1.GetString(await BytesAsync(listed.Key)));
        }

        return content;
    }

    public async Task<byte[]> BytesAsync(string key)
    {
        var found = (await Store.GetAsync(new ObjectReference(key), Cancellation)).ShouldBeOfType<GetOutcome.Found>(key);
        using var buffer = new MemoryStream();
        await found.Content.CopyToAsync(buffer, Cancellation);
        return buffer.ToArray();
    }

    public async Task<string> TextAsync(string key) => Encoding.UTF8.GetString(await BytesAsync(key));

    /// <summary>What a repository that is made anew of the same catalog has.</summary>
    public async Task<SortedDictionary<string, string>> AnewAsync()
    {
        var other = new MavenBench { Options = Options };
        await foreach (var listed in Store.ListAsync("", null, Cancellation))
        {
            if (!listed.Key.StartsWith(MavenRepository.Root, StringComparison.Ordinal) && !listed.Key.EndsWith("/maven.json", StringComparison.Ordinal))
            {
                await other.Store.PutAsync(
                    new ObjectWrite(listed.Key, await BytesAsync(listed.Key), new PutCondition.None()), Cancellation);
            }
        }

        (await other.FollowAsync()).ShouldBeTrue();
        return await other.ContentAsync();
    }

    private async Task NoticeAsync(string key, ObjectChangeKind kind)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var change = new ObjectChange
        {
            Kind = kind,
            Key = key,
            Sequencer = (++events).ToString("X4", CultureInfo.InvariantCulture),
            At = Clock.GetUtcNow(),
        };
        var outcome = await new JarCataloguer(Store, Layout, new JarReaderOptions(), Clock).ExamineAsync(change, Cancellation);
        await Catalog.AppendAsync(outcome.ShouldBeOfType<ExamineOutcome.Fact>().Value);
    }
}
