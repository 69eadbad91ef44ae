namespace Jarpoint.Catalog.Storage;

/// <summary>Every object but the head is written once and never changes.</summary>
internal static class StoredForever
{
    public const string CacheControl = "max-age=31536000, immutable";
}
