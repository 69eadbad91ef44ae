namespace Jarpoint.Jars.Tests.Support;

/// <summary>Writes jars, odd ones on request.</summary>
internal sealed record TestJar(params TestEntry[] Entries)
{
    public const string PlainManifest = "Manifest-Version: 1.0\r\n\r\n";

    public byte[] Prefix { get; init; } = [];

    /// <summary>True when stored offsets include the prefix, as a correcting tool writes them.</summary>
    public bool OffsetsIncludePrefix { get; init; }

    public byte[] Comment { get; init; } = [];

    public byte[] Trailing { get; init; } = [];

    public bool Zip64End { get; init; }

    /// <summary>The zip64 end record's extensible data sector.</summary>
    public byte[] Zip64Extension { get; init; } = [];

    public int? StatedEntries { get; init; }

    /// <summary>
    /// Bytes that offsets count in front of the last entry and that are not written; see <see cref="SparseJar"/>.
    /// </summary>
    public long GapBeforeLastEntry { get; init; }

    /// <summary>Where the gap belongs in the bytes written last.</summary>
    public int GapAt { get; private set; }

    public static TestJar Of(params (string Name, string Content)[] entries)
        => new([.. entries.Select(static entry => TestEntry.Text(entry.Name, entry.Content))]);

    public static TestJar WithManifest(string manifest, params TestEntry[] entries)
        => new([TestEntry.Text("META-INF/MANIFEST.MF", manifest), .. entries]);

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var zip = new BinaryWriter(stream);
        zip.Write(Prefix);
        long shift = OffsetsIncludePrefix ? 0 : Prefix.Length;
        var directory = new List<byte[]>();
        foreach (var entry in Entries)
        {
            if (GapBeforeLastEntry > 0 && ReferenceEquals(entry, Entries[^1]))
            {
                shift -= GapBeforeLastEntry;
                GapAt = (int)stream.Position;
            }

            var packed = entry.Pack();
            directory.Add(Central(entry, packed.Length, stream.Position - shift));
            WriteLocal(zip, entry, packed);
        }

        var start = stream.Position - shift;
        directory.ForEach(zip.Write);
        WriteEnd(zip, start, stream.Position - shift - start, stream.Position - shift);
        return stream.ToArray();
    }

    private static void WriteLocal(BinaryWriter zip, TestEntry entry, byte[] packed)
    {
        zip.Write(0x04034b50);
        zip.Write((ushort)20);
        zip.Write((ushort)(entry.Flags | (entry.DataDescriptor ? 8 : 0)));
        zip.Write(entry.Method);
        zip.Write(0);
        zip.Write(entry.DataDescriptor ? 0 : entry.ActualCrc);
        zip.Write(entry.DataDescriptor ? 0 : packed.Length);
        zip.Write(entry.DataDescriptor ? 0 : entry.Content.Length);
        zip.Write((ushort)entry.Name.Length);
        zip.Write((ushort)0);
        zip.Write(entry.Name);
        zip.Write(packed);
        if (entry.DataDescriptor)
        {
            zip.Write(0x08074b50);
            zip.Write(entry.ActualCrc);
            zip.Write(packed.Length);
            zip.Write(entry.Content.Length);
        }
    }

    private static byte[] Central(TestEntry entry, long packed, long offset)
    {
        using var stream = new MemoryStream();
        using var header = new BinaryWriter(stream);
        var size = entry.StatedSize ?? entry.Content.Length;
        header.Write(0x02014b50);
        header.Write(20 | (20 << 16));
        header.Write((ushort)(entry.Flags | (entry.DataDescriptor ? 8 : 0)));
        header.Write(entry.Method);
        header.Write(0);
        header.Write(entry.ActualCrc);
        header.Write(entry.Zip64 ? uint.MaxValue : (uint)packed);
        header.Write(entry.Zip64 ? uint.MaxValue : (uint)size);
        header.Write((ushort)entry.Name.Length);
        header.Write((ushort)(entry.Zip64 ? 28 : 0));
        header.Write((ushort)0);
        header.Write(0L);
        header.Write(entry.Zip64 ? uint.MaxValue : (uint)offset);
        header.Write(entry.Name);
        if (entry.Zip64)
        {
            header.Write((ushort)1);
            header.Write((ushort)24);
            header.Write(size);
            header.Write(packed);
            header.Write(offset);
        }

        return stream.ToArray();
    }

    private void WriteEnd(BinaryWriter zip, long start, long length, long end)
    {
        var entries = StatedEntries ?? Entries.Length;
        if (Zip64End)
        {
            zip.Write(0x06064b50);
            zip.Write(44L + Zip64Extension.Length);
            zip.Write(45 | (45 << 16));
            zip.Write(0L);
            zip.Write((long)entries);
            zip.Write((long)entries);
            zip.Write(length);
            zip.Write(start);
            zip.Write(Zip64Extension);
            zip.Write(0x07064b50);
            zip.Write(0);
            zip.Write(end);
            zip.Write(1);
        }

        zip.Write(0x06054b50);
        zip.Write(0);
        zip.Write(Zip64End ? ushort.MaxValue : (ushort)entries);
        zip.Write(Zip64End ? ushort.MaxValue : (ushort)entries);
        zip.Write(Zip64End ? uint.MaxValue : (uint)length);
        zip.Write(Zip64End ? uint.MaxValue : (uint)start);
        zip.Write((ushort)Comment.Length);
        zip.Write(Comment);
        zip.Write(Trailing);
    }
}
