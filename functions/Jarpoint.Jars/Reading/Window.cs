namespace Jarpoint.Jars.Reading;

/// <summary>A stretch of a jar worth one request.</summary>
internal readonly record struct Window(long Offset, int Length);
