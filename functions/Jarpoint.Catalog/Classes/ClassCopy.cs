namespace Jarpoint.Catalog.Classes;

/// <summary>A class in one jar.</summary>
/// <param name="Jar">The jar.</param>
/// <param name="Crc">CRC-32 of the class file: the same in two jars means the same bytes.</param>
public readonly record struct ClassCopy(IndexedJar Jar, uint Crc);
