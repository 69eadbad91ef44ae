using System.IO.Compression;
using System.Text.Json;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Classes;

/// <summary>Reads and writes the objects of the index.</summary>
internal sealed class ClassIndexStore(IObjectStore store, CatalogLayout layout)
{
    public string Prefix { get; } = layout.Root + "classes/";

    private string IndexKey => Prefix + "index.json.gz";

    public async Task<ClassIndexOutcome> ReadAsync(CancellationToken cancellationToken)
    {
        if (await store.GetAsync(new ObjectReference(IndexKey), cancellationToken) is not GetOutcome.Found found)
        {
            return new ClassIndexOutcome.Missing();
        }

        await using var content = found.Content;
        await using var inflated = new GZipStream(content, CompressionMode.Decompress);
        try
        {
            var index = await JsonSerializer.DeserializeAsync(
                inflated, ClassIndexJson.Default.ClassIndexDocument, cancellationToken);
            return index is { Format: ClassIndexDocument.Known, Changed: not null, Parts: not null }
                ? new ClassIndexOutcome.Found(index, found.Metadata.ETag)
                : new ClassIndexOutcome.Damaged($"{IndexKey} has the format '{index?.Format}'.", found.Metadata.ETag);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return new ClassIndexOutcome.Damaged($"{IndexKey} is no index: {exception.Message}", found.Metadata.ETag);
        }
    }

    /// <summary>Writes the index, provided that it still is what <paramref name="eTag"/> says; null says that it is absent.</summary>
    public Task<PutOutcome> WriteAsync(ClassIndexDocument index, string? eTag, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        using (var deflated = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(deflated, index, ClassIndexJson.Default.ClassIndexDocument);
        }

        PutCondition condition = eTag is null ? new PutCondition.Absent() : new PutCondition.Matches(eTag);
        return store.PutAsync(
            new ObjectWrite(IndexKey, buffer.ToArray(), condition) { ContentType = "application/gzip", CacheControl = "no-cache" },
            cancellationToken);
    }

    /// <summary>The rows of a part that are wanted; null when the part is not there.</summary>
    /// <exception cref="CatalogDamagedException">It is not what its name says.</exception>
    public async Task<List<ClassRow>?> TryReadPartAsync(
        string name, Func<ClassName, bool> wanted, CancellationToken cancellationToken)
    {
        var key = Prefix + name;
        if (await store.GetAsync(new ObjectReference(key), cancellationToken) is not GetOutcome.Found found)
        {
            return null;
        }

        await using var content = found.Content;
        try
        {
            return await ClassPartText.ReadAsync(content, wanted, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new CatalogDamagedException($"{key} is no part of an index of classes: {exception.Message}", exception);
        }
    }

    /// <summary>All rows of a part.</summary>
    /// <exception cref="CatalogDamagedException">It is missing, or not what its name says.</exception>
    public async Task<List<ClassRow>> ReadPartAsync(string name, CancellationToken cancellationToken)
        => await TryReadPartAsync(name, static _ => true, cancellationToken)
            ?? throw new CatalogDamagedException($"{Prefix}{name}, a part of the index of classes, is missing.");

    /// <summary>Writes a part under a name that nobody had before, and returns the name.</summary>
    public async Task<string> WritePartAsync(IReadOnlyList<ClassRow> rows, CancellationToken cancellationToken)
    {
        // No digest: a part that is let go and made again would be deleted under the index that names it.
        var name = $"parts/{Guid.NewGuid():N}.jsonl.gz";
        var write = new ObjectWrite(Prefix + name, ClassPartText.Write(rows), new PutCondition.None())
        {
            ContentType = "application/gzip",
            CacheControl = StoredForever.CacheControl,
        };
        return await store.PutAsync(write, cancellationToken) is PutOutcome.Stored
            ? name
            : throw new IOException($"{write.Key} could not be written: others write it.");
    }
}
