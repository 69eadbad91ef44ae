namespace Jarpoint.Catalog.Log;

/// <summary>Other writers, or conflicts, kept an append from finding its number. Appending again later is safe.</summary>
public sealed class CatalogContentionException(string message) : Exception(message);
