using System.Text.Json.Nodes;

namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>The custom resource that created an object, and may delete it.</summary>
/// <param name="Stack">ARN: a stack of the same name that is created later is another one.</param>
/// <param name="Resource">Name of the resource in the stack's template.</param>
public sealed record ObjectOwner(string Stack, string Resource)
{
    /// <summary>Only the owner writes it. Manifests do not have it, so what kubectl applies is nobody's.</summary>
    public const string Annotation = "jarpoint/owner";

    private const string Label = "app.kubernetes.io/managed-by";
    private const string LabelValue = "jarpoint";

    /// <summary>Another resource of the same stack: the object moves between them.</summary>
    public bool SharesStackWith(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return owner.StartsWith(Stack + "/", StringComparison.Ordinal);
    }

    /// <summary>The object with the owner's mark, and a label to find it by where the manifest has none.</summary>
    public JsonObject Mark(ManifestObject manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var document = (JsonObject)manifest.Document.DeepClone();
        Member(Member(document, "metadata"), "annotations")[Annotation] = ToString();
        var labels = Member(Member(document, "metadata"), "labels");
        labels[Label] ??= LabelValue;
        return document;
    }

    public override string ToString() => $"{Stack}/{Resource}";

    private static JsonObject Member(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }
}
