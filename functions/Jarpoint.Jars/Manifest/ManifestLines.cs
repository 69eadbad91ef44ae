namespace Jarpoint.Jars.Manifest;

/// <summary>The logical lines of a manifest: CR LF, LF or CR ends a line, a leading space continues it.</summary>
internal ref struct ManifestLines(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;
    private byte[] _joined = [];

    public ReadOnlySpan<byte> Current { get; private set; }

    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        Current = Take();
        if (!Current.IsEmpty && _rest is [(byte)' ', ..])
        {
            Current = Join();
        }

        return true;
    }

    private ReadOnlySpan<byte> Join()
    {
        var length = 0;
        Append(Current, ref length);
        while (_rest is [(byte)' ', ..])
        {
            Append(Take()[1..], ref length);
        }

        return _joined.AsSpan(0, length);
    }

    private void Append(ReadOnlySpan<byte> part, ref int length)
    {
        if (_joined.Length < length + part.Length)
        {
            Array.Resize(ref _joined, Math.Max(512, (length + part.Length) * 2));
        }

        part.CopyTo(_joined.AsSpan(length));
        length += part.Length;
    }

    private ReadOnlySpan<byte> Take()
    {
        var end = _rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            var last = _rest;
            _rest = default;
            return last;
        }

        var line = _rest[..end];
        _rest = _rest[(end + (_rest[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1))..];
        return line;
    }
}
