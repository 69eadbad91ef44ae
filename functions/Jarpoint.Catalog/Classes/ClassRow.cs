namespace Jarpoint.Catalog.Classes;

/// <summary>A class and the jars that have it, in the order of their numbers, then of the CRC.</summary>
public sealed record ClassRow(ClassName Name, IReadOnlyList<ClassCopy> Copies)
{
    /// <summary>This row and another of the same name as one, without copies that are out of date.</summary>
    internal ClassRow With(ClassRow? other, Func<IndexedJar, bool> isCurrent)
        => other is null && Copies is [var only]
            ? isCurrent(only.Jar) ? this : this with { Copies = [] }
            : new ClassRow(
                Name,
                [.. Copies.Concat(other?.Copies ?? [])
                    .Where(copy => isCurrent(copy.Jar))
                    .DistinctBy(static copy => (copy.Jar.Number, copy.Crc))
                    .OrderBy(static copy => copy.Jar.Number)
                    .ThenBy(static copy => copy.Crc)]);
}
