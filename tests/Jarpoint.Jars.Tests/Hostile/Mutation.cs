using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Hostile;

/// <summary>Damages jars in the ways storage, networks and attackers do. The seed decides everything.</summary>
internal static class Mutation
{
    private static readonly uint[] Signatures = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];

    public static byte[] Make(IReadOnlyList<byte[]> originals, int seed)
    {
        var random = new Random(seed);
        var jar = (byte[])originals[random.Next(originals.Count)].Clone();
        return (seed % 16) switch
        {
            < 2 => Truncated(jar, random),
            < 6 => BitFlipped(jar, random),
            < 8 => Spliced(jar, originals[random.Next(originals.Count)], random),
            < 11 => Overwritten(jar, random),
            < 15 => HeaderEdited(jar, random),
            _ => Bomb(random),
        };
    }

    private static byte[] Truncated(byte[] jar, Random random)
        => random.Next(2) == 0 ? jar[..random.Next(jar.Length)] : jar[random.Next(jar.Length)..];

    private static byte[] BitFlipped(byte[] jar, Random random)
    {
        for (var flips = random.Next(1, 33); flips > 0; flips--)
        {
            jar[random.Next(jar.Length)] ^= (byte)(1 << random.Next(8));
        }

        return jar;
    }

    private static byte[] Spliced(byte[] jar, byte[] other, Random random)
        => [.. jar[..random.Next(jar.Length)], .. other[random.Next(other.Length)..]];

    private static byte[] Overwritten(byte[] jar, Random random)
    {
        var from = random.Next(jar.Length);
        random.NextBytes(jar.AsSpan(from, random.Next(Math.Min(200, jar.Length - from))));
        return jar;
    }

    /// <summary>Puts telling values into the fields behind a record's signature.</summary>
    private static byte[] HeaderEdited(byte[] jar, Random random)
    {
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var signature = BitConverter.GetBytes(Signatures[random.Next(Signatures.Length)]);
            var places = new List<int>();
            for (var at = jar.AsSpan().IndexOf(signature); at >= 0;)
            {
                places.Add(at);
                var next = jar.AsSpan(at + 1).IndexOf(signature);
                at = next < 0 ? -1 : at + 1 + next;
            }

            if (places.Count > 0)
            {
                var field = places[random.Next(places.Count)] + 4 + random.Next(52);
                var value = BitConverter.GetBytes(
                    random.Next(4) switch { 0 => 0, 1 => -1, 2 => int.MaxValue, _ => random.Next() });
                value.AsSpan(0, Math.Clamp(jar.Length - field, 0, random.Next(2, 5)))
                    .CopyTo(jar.AsSpan(Math.Min(field, jar.Length)));
            }
        }

        return jar;
    }

    private static byte[] Bomb(Random random)
    {
        string[] names =
        [
            "META-INF/MANIFEST.MF", "META-INF/maven/g/a/pom.xml", "META-INF/maven/g/a/pom.properties",
            "META-INF/services/a.S", "module-info.class", "LICENSE", "library.properties",
        ];
        var content = new string((char)random.Next(32, 127), random.Next(1, 3_000_000));
        var repeated = Enumerable.Range(0, random.Next(1, 20))
            .Select(n => TestEntry.Text(names[random.Next(names.Length)], n == 0 ? content : Noise(random)) with
            {
                StatedSize = random.Next(3) == 0 ? random.Next() : null,
                Method = (ushort)(random.Next(2) * 8),
            });
        int? stated = random.Next(3) == 0 ? random.Next(70_000) : null;
        return new TestJar([.. repeated]) { StatedEntries = stated }.ToBytes();
    }

    private static string Noise(Random random)
        => string.Concat(Enumerable.Range(0, random.Next(2_000)).Select(_ => random.Next(4) switch
        {
            0 => "a: b\r\n ",
            1 => "<project><dependencies><dependency>",
            2 => "key=\\\n",
            _ => "${a}\0é",
        }));
}
