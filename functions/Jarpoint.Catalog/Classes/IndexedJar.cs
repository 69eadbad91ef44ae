namespace Jarpoint.Catalog.Classes;

/// <summary>A jar as the index of classes knows it.</summary>
/// <param name="Number">Drawn by the index, never twice: a key that is replaced gets another.</param>
/// <param name="Key">The object's key.</param>
/// <param name="GroupId">Null when unknown, as the next two.</param>
/// <param name="ArtifactId">The artifact.</param>
/// <param name="Version">Its version.</param>
public sealed record IndexedJar(long Number, string Key, string? GroupId, string? ArtifactId, string? Version);
