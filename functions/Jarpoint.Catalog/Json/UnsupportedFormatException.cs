namespace Jarpoint.Catalog.Json;

/// <summary>An object was written in a format this release cannot read; a newer release can.</summary>
public sealed class UnsupportedFormatException(string message) : Exception(message);
