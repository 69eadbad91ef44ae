using System.Security.Cryptography;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Reading;

/// <summary>Reads a jar once from front to back through one buffer, digesting every byte as it passes.</summary>
internal sealed class SequentialWindow(IJarSource source, byte[] buffer) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _start;
    private int _held;

    /// <summary>
    /// The bytes from <paramref name="offset"/> on, at least <paramref name="length"/> of them unless the jar ends
    /// or the buffer is smaller. Offsets never go back.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>> FromAsync(long offset, long length, CancellationToken cancellationToken)
    {
        length = Math.Min(Math.Min(length, buffer.Length), source.Size - offset);
        while (offset + length > _start + _held && _start + _held < source.Size)
        {
            DropBefore(offset);
            await FillAsync(cancellationToken);
        }

        return offset >= _start && offset < _start + _held
            ? buffer.AsMemory((int)(offset - _start), _held - (int)(offset - _start))
            : default;
    }

    /// <summary>Reads what is left of the jar and gives the digest of all of it.</summary>
    public async ValueTask<string> FinishAsync(CancellationToken cancellationToken)
    {
        while (_start + _held < source.Size)
        {
            DropBefore(_start + _held);
            await FillAsync(cancellationToken);
        }

        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void DropBefore(long offset)
    {
        var dropped = (int)Math.Clamp(offset - _start, 0, _held);
        buffer.AsSpan(dropped, _held - dropped).CopyTo(buffer);
        _start += dropped;
        _held -= dropped;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var room = (int)Math.Min(buffer.Length - _held, source.Size - _start - _held);
        var target = buffer.AsMemory(_held, room);
        await source.ReadFullyAsync(_start + _held, target, cancellationToken);
        _hash.AppendData(target.Span);
        _held += room;
    }
}
