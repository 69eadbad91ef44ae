using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Describing;

/// <summary>
/// Long descriptions, named by the SHA-256 of their uncompressed JSON: jars that say the same share one object, and
/// nothing is ever overwritten.
/// </summary>
public sealed class DescriptionStore(IObjectStore store, CatalogLayout layout, TimeProvider time)
{
    private const int Attempts = 20;

    private readonly BackOff backOff = new(time);

    /// <summary>Stores a description and returns its digest, lower-case hexadecimal.</summary>
    public async Task<string> PutAsync(JarDescription jar, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var digest = Serialize(jar, buffer);
        var write = new ObjectWrite(
            layout.Description(digest),
            buffer.GetBuffer().AsMemory(0, (int)buffer.Length),
            new PutCondition.Absent())
        {
            ContentType = "application/gzip",
            CacheControl = StoredForever.CacheControl,
        };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Refused means there already, and what is there has the same digest.
            if (await store.PutAsync(write, cancellationToken) is not PutOutcome.Conflict)
            {
                return digest;
            }

            await backOff.DelayAsync(attempt, cancellationToken);
        }

        throw new CatalogContentionException($"{write.Key} was in conflict {Attempts} times.");
    }

    public async Task<DescriptionOutcome> GetAsync(string digest, CancellationToken cancellationToken)
    {
        var key = layout.Description(digest);
        var outcome = await store.GetAsync(new ObjectReference(key), cancellationToken);
        if (outcome is not GetOutcome.Found found)
        {
            return new DescriptionOutcome.Missing();
        }

        await using var content = found.Content;
        await using var inflated = new GZipStream(content, CompressionMode.Decompress);
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(inflated, hash, CryptoStreamMode.Read);
        try
        {
            var document = await JsonSerializer.DeserializeAsync(
                hashed, Wire.Description, cancellationToken);
            await hashed.CopyToAsync(Stream.Null, cancellationToken);
            var actual = Convert.ToHexStringLower(hash.Hash ?? []);
            return actual == digest && document is not null
                ? new DescriptionOutcome.Found(document.Jar)
                : new DescriptionOutcome.Damaged($"{key} has the digest {actual}.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return new DescriptionOutcome.Damaged($"{key} is not a description: {exception.Message}");
        }
    }

    private static string Serialize(JarDescription jar, Stream destination)
    {
        using var hash = SHA256.Create();
        using (var deflated = new GZipStream(destination, CompressionLevel.Optimal, leaveOpen: true))
        using (var hashed = new CryptoStream(deflated, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            JsonSerializer.Serialize(
                hashed,
                new DescriptionDocument { Format = DocumentFormat.Description, Jar = jar },
                Wire.Description);
        }

        return Convert.ToHexStringLower(hash.Hash ?? []);
    }
}
