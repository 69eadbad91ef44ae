using System.IO.Compression;
using System.Runtime.CompilerServices;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>A snapshot that is read as it comes. Until its end, nobody knows whether it is whole.</summary>
internal sealed class SnapshotStream(Stream content, string key, long revision) : IAsyncDisposable
{
    private readonly GZipStream text = new(content, CompressionMode.Decompress);

    /// <summary>Keys in the order of <see cref="KeyOrder"/>, each once.</summary>
    /// <exception cref="CatalogDamagedException">The rest is no snapshot of the revision; what came before may be none either.</exception>
    public async IAsyncEnumerable<KeyState> KeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        await using var blocks = new SnapshotReader(text, revision).BlocksAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(blocks))
        {
            foreach (var state in blocks.Current)
            {
                if (last is not null && KeyOrder.Instance.Compare(last, state.Key) >= 0)
                {
                    throw new CatalogDamagedException($"{key}: key '{state.Key}' is out of order or repeated.");
                }

                last = state.Key;
                yield return state;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await text.DisposeAsync();
        await content.DisposeAsync();
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<IReadOnlyList<KeyState>> blocks)
    {
        try
        {
            return await blocks.MoveNextAsync();
        }
        catch (InvalidDataException broken)
        {
            throw new CatalogDamagedException($"{key} is not the snapshot of its revision: {broken.Message}", broken);
        }
    }
}
