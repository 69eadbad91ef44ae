namespace Jarpoint.Jars.Manifest;

/// <summary>The logical lines of a manifest: CR LF, LF or CR ends a line, a leading space continues it.</summary>
internal ref struct ManifestLines(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;
    private byte[] joined = [];

    public ReadOnlySpan<byte> Current { get; private set; }

    public bool Next()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        Current = Take();
        if (!Current.IsEmpty && rest is [(byte)' ', ..])
        {
            Current = Join();
        }

        return true;
    }

    private ReadOnlySpan<byte> Join()
    {
        var length = 0;
        Append(Current, ref length);
        while (rest is [(byte)' ', ..])
        {
            Append(Take()[1..], ref length);
        }

        return joined.AsSpan(0, length);
    }

    private void Append(ReadOnlySpan<byte> part, ref int length)
    {
        if (joined.Length < length + part.Length)
        {
            Array.Resize(ref joined, Math.Max(512, (length + part.Length) * 2));
        }

        part.CopyTo(joined.AsSpan(length));
        length += part.Length;
    }

    private ReadOnlySpan<byte> Take()
    {
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            var last = rest;
            rest = default;
            return last;
        }

        var line = rest[..end];
        rest = rest[(end + (rest[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1))..];
        return line;
    }
}
