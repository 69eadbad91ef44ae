using System.Text.Json;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Maven;

/// <summary>
/// Keeps the mark beside the catalog. Every write is conditional on what was read, so that of two runs one works: a slow
/// one could bring back what a later one took away.
/// </summary>
internal sealed class MavenMarks(IObjectStore store, CatalogLayout layout, TimeProvider time)
{
    private const int Attempts = 10;

    private static readonly MavenMark None = new() { Done = new RepositoryPoint(0, string.Empty) };

    private readonly BackOff backOff = new(time);

    private string Key => layout.Root + "maven.json";

    /// <exception cref="UnsupportedFormatException">A later release wrote it.</exception>
    /// <exception cref="CatalogDamagedException">It is no mark: what is in the repository is not known.</exception>
    public async Task<StoredMark> ReadAsync(CancellationToken cancellationToken)
    {
        if (await store.GetAsync(new ObjectReference(Key), cancellationToken) is not GetOutcome.Found found)
        {
            return new StoredMark(None, null);
        }

        await using var content = found.Content;
        MavenMarkDocument? document;
        try
        {
            document = await JsonSerializer.DeserializeAsync(
                content, MavenMarkJson.Default.MavenMarkDocument, cancellationToken);
        }
        catch (JsonException fault)
        {
            throw new CatalogDamagedException($"{Key} is no mark: {fault.Message}");
        }

        return document switch
        {
            { Format: MavenMarkDocument.Current, Mark: { Done: not null } mark } => new StoredMark(mark, found.Metadata.ETag),
            { Format: not MavenMarkDocument.Current } => throw new UnsupportedFormatException(
                $"{Key} is of the format '{document.Format}'; this release reads '{MavenMarkDocument.Current}'."),
            _ => throw new CatalogDamagedException($"{Key} is no mark."),
        };
    }

    /// <summary>Writes a mark over the one that was read.</summary>
    /// <returns>Null when somebody else wrote meanwhile.</returns>
    public async Task<StoredMark?> WriteAsync(MavenMark mark, StoredMark seen, CancellationToken cancellationToken)
    {
        var write = new ObjectWrite(
            Key,
            JsonSerializer.SerializeToUtf8Bytes(
                new MavenMarkDocument(MavenMarkDocument.Current, mark), MavenMarkJson.Default.MavenMarkDocument),
            seen.ETag is { } etag ? new PutCondition.Matches(etag) : new PutCondition.Absent())
        {
            CacheControl = "no-cache",
        };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            switch (await store.PutAsync(write, cancellationToken))
            {
                case PutOutcome.Stored(var stored, _):
                    return new StoredMark(mark, stored);
                case PutOutcome.PreconditionFailed:
                    // The answer to an earlier try of this write may have been lost.
                    return await ReadAsync(cancellationToken) is { } there && there.Mark == mark ? there : null;
                default:
                    await backOff.DelayAsync(attempt, cancellationToken);
                    break;
            }
        }

        return null;
    }
}
