namespace Jarpoint.Catalog.Storage;

/// <summary>One version of a key; a delete marker has no content.</summary>
internal sealed record InMemoryObject(byte[]? Content, ObjectMetadata Metadata)
{
    public bool IsMarker => Content is null;
}
