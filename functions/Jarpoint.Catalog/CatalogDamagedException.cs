namespace Jarpoint.Catalog;

/// <summary>An object of the catalog is missing or is not what its name says. The message names it.</summary>
public sealed class CatalogDamagedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
