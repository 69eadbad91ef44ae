using Jarpoint.Catalog.Storage;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Catalog.Describing;

/// <summary>
/// The bytes of a stored jar. Every range carries the ETag, and the version id where there is one, so all bytes come
/// from one state of the object.
/// </summary>
public sealed class StoredJarSource(IObjectStore store, string key, ObjectMetadata metadata) : IJarSource
{
    private readonly ObjectReference target = new(key, metadata.VersionId, metadata.ETag);

    public long Size => metadata.Size;

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (buffer.IsEmpty || offset >= Size)
        {
            return 0;
        }

        return await store.GetRangeAsync(target, offset, buffer, cancellationToken) switch
        {
            RangeOutcome.Read read => read.Count,
            RangeOutcome.Missing => throw new JarSourceChangedException($"{target} was deleted while it was read."),
            _ => throw new JarSourceChangedException($"{target} was overwritten while it was read."),
        };
    }
}
