using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>
/// An object at one resource version. It is kept as the bytes the API answers, so that a list of thousands is copied
/// and not written anew.
/// </summary>
public sealed class StoredObject
{
    private readonly byte[] json;

    internal StoredObject(ResourceKind kind, JsonObject document, long resourceVersion)
    {
        Kind = kind;
        ResourceVersion = resourceVersion;
        Namespace = document.Text("metadata", "namespace") ?? "";
        Name = document.Text("metadata", "name")!;
        Uid = document.Text("metadata", "uid")!;
        Labels = document.Object("metadata", "labels")?
            .Where(static label => label.Value is JsonValue)
            .ToDictionary(static label => label.Key, static label => label.Value!.ToString(), StringComparer.Ordinal)
            ?? [];
        json = document.ToBytes();
    }

    public ResourceKind Kind { get; }

    /// <summary>Empty for objects without one.</summary>
    public string Namespace { get; }

    public string Name { get; }

    public string Uid { get; }

    public long ResourceVersion { get; }

    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <summary>The object in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => json;

    /// <summary>A copy of the object, to read or to change.</summary>
    public JsonObject Document() => (JsonObject)JsonNode.Parse(json)!;
}
