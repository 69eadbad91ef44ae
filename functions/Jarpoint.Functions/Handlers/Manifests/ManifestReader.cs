using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jarpoint.Functions.Cluster.Objects;
using Jarpoint.Functions.Events;

namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>
/// Reads the properties <c>Cluster</c> and <c>Manifests</c>. The latter is text with a JSON array of objects in it:
/// CloudFormation turns every number and boolean of a property into text, and Kubernetes takes none of those for others.
/// </summary>
internal static partial class ManifestReader
{
    // What the API writes. A manifest that brings it along is the output of kubectl get, not what somebody wants.
    private static readonly string[] Foreign = ["managedFields", "resourceVersion", "uid", "generateName"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public static ManifestReading Read(JsonElement properties)
    {
        var cluster = JsonText.Of(properties, "Cluster");
        if (cluster is null || !ClusterShape().IsMatch(cluster))
        {
            return new ManifestReading.Unreadable($"the property Cluster is no name of a cluster: {Excerpt.Of(cluster)}");
        }

        try
        {
            return JsonText.Of(properties, "Manifests") is { } text
                && JsonNode.Parse(text, documentOptions: Strict) is JsonArray array
                ? Read(cluster, array)
                : new ManifestReading.Unreadable("the property Manifests is no text with a JSON array in it");
        }
        catch (JsonException e)
        {
            return new ManifestReading.Unreadable($"the property Manifests is not JSON: {e.Message}");
        }
    }

    private static ManifestReading Read(string cluster, JsonArray array)
    {
        var objects = new List<ManifestObject>();
        for (var i = 0; i < array.Count; i++)
        {
            if (Fault(array[i]) is { } fault)
            {
                return new ManifestReading.Unreadable($"manifest {i + 1} of {array.Count} {fault}");
            }

            objects.Add(ObjectOf((JsonObject)array[i]!));
        }

        return objects.CountBy(each => each.Identity).FirstOrDefault(each => each.Value > 1) is { Value: > 1 } twice
            ? new ManifestReading.Unreadable($"{twice.Key.Kind} {twice.Key.Name} is there twice")
            : new ManifestReading.Readable(
                new ManifestSet(cluster, [.. objects.OrderBy(each => InstallOrder.RankOf(each.Kind))]));
    }

    private static ManifestObject ObjectOf(JsonObject manifest)
    {
        var metadata = manifest["metadata"];
        return new ManifestObject(
            TextOf(manifest["apiVersion"])!,
            TextOf(manifest["kind"])!,
            TextOf(metadata?["namespace"]),
            TextOf(metadata?["name"])!,
            manifest);
    }

    private static string? Fault(JsonNode? node)
    {
        if (node is not JsonObject manifest || manifest["metadata"] is not JsonObject metadata)
        {
            return "is no object with metadata";
        }

        var (version, kind) = (TextOf(manifest["apiVersion"]), TextOf(manifest["kind"]));
        var (name, ns) = (TextOf(metadata["name"]), TextOf(metadata["namespace"]));
        return version is null || !VersionShape().IsMatch(version) ? $"has the apiVersion {Excerpt.Of(version)}"
            : kind is null || !KindShape().IsMatch(kind) ? $"has the kind {Excerpt.Of(kind)}"
            : name is null || !NameShape().IsMatch(name) ? $"has the name {Excerpt.Of(name)}"
            : metadata.ContainsKey("namespace") && (ns is null || !NamespaceShape().IsMatch(ns))
                ? $"has the namespace {Excerpt.Of(ns)}"
            : Foreign.FirstOrDefault(metadata.ContainsKey) is { } field ? $"sets metadata.{field}, which is the API's"
            : manifest.ContainsKey("status") ? "sets status, which is the API's"
            : !IsMap(metadata["labels"]) || !IsMap(metadata["annotations"]) ? "has labels or annotations that are no map"
            : metadata["annotations"] is JsonObject annotations && annotations.ContainsKey(ObjectOwner.Annotation)
                ? $"sets the annotation {ObjectOwner.Annotation}, which says who created an object"
            : null;
    }

    private static bool IsMap(JsonNode? node) => node is null or JsonObject;

    private static string? TextOf(JsonNode? node)
        => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex(@"\A[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z")]
    private static partial Regex ClusterShape();

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?v[0-9][a-z0-9]{0,30}\z")]
    private static partial Regex VersionShape();

    [GeneratedRegex(@"\A(?!\w*List\z)[A-Z][A-Za-z0-9]{0,62}\z")]
    private static partial Regex KindShape();

    // Roles may have colons and capitals; a name of dots alone would be another address.
    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9:._-]{0,251}[A-Za-z0-9])?\z")]
    private static partial Regex NameShape();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex NamespaceShape();
}
