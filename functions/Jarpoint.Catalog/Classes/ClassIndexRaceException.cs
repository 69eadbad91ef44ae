namespace Jarpoint.Catalog.Classes;

/// <summary>The index was saved by another run since this one read it.</summary>
public sealed class ClassIndexRaceException() : Exception("Another run saved the index of classes first.");
