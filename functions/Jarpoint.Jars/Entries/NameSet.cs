using System.Buffers;
using System.IO.Hashing;
using System.Numerics;
using System.Security.Cryptography;
using Jarpoint.Jars.Archive;

namespace Jarpoint.Jars.Entries;

/// <summary>
/// The names of a directory, as positions in its bytes: no string is made to find a duplicate. Hashes are seeded per
/// process, so that no archive can be made to collide.
/// </summary>
internal sealed class NameSet : IDisposable
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    private readonly int[] slots;
    private readonly int mask;

    public NameSet(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(capacity * 2) + 1);
        slots = ArrayPool<int>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        mask = size - 1;
    }

    /// <summary>Adds the name of the header at <paramref name="position"/>; false when it is there already.</summary>
    public bool Add(ReadOnlySpan<byte> directory, int position, ReadOnlySpan<byte> name)
    {
        var slot = (int)XxHash3.HashToUInt64(name, Seed) & mask;
        while (slots[slot] is var taken && taken != 0)
        {
            if (CentralHeader.TryRead(directory[(taken - 1)..], out var other) && other.Name.SequenceEqual(name))
            {
                return false;
            }

            slot = (slot + 1) & mask;
        }

        slots[slot] = position + 1;
        return true;
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(slots);
}
