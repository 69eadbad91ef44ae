using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Manifests;

/// <summary>The objects one stack applies: plain manifests with stated substitutions.</summary>
internal sealed class ManifestSet
{
    // Relaxed: the text travels inside of a template, where every escape is escaped again. No browser reads it.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<JsonObject> objects = [];

    /// <summary>Adds copies of <paramref name="plain"/> with the substitutions made.</summary>
    /// <exception cref="InvalidOperationException">A substitution has no object or no place, or an object is there twice.</exception>
    public void Add(IEnumerable<JsonObject> plain, IReadOnlyList<Substitution> substitutions)
    {
        var added = plain.Select(manifest => manifest.DeepClone().AsObject()).ToList();
        // All are found before any is made: one of them may rename the object of the others.
        var places = substitutions.Select(substitution => (substitution, place: Find(added, substitution))).ToList();
        foreach (var (substitution, place) in places)
            ManifestPath.Set(place, substitution.Path, substitution.Value?.DeepClone(), substitution.MayAdd);

        foreach (var manifest in added)
        {
            if (objects.Exists(other => Identity(other) == Identity(manifest)))
                throw new InvalidOperationException($"{Identity(manifest)} would be applied twice.");
            objects.Add(manifest);
        }
    }

    /// <summary>The JSON array that <c>Custom::JarpointManifests</c> takes, with CDK's tokens in it.</summary>
    public string ToJson() => new JsonArray([.. objects.Select(manifest => manifest.DeepClone())]).ToJsonString(Json);

    private static JsonObject Find(List<JsonObject> plain, Substitution substitution) =>
        plain.SingleOrDefault(manifest => Text(manifest["kind"]) == substitution.Kind
                && Text(manifest["metadata"]?["name"]) == substitution.Name)
            ?? throw new InvalidOperationException(
                $"No manifest is {substitution.Kind} {substitution.Name}, where {substitution.Path} is to be set.");

    private static string Identity(JsonObject manifest) =>
        $"{Text(manifest["apiVersion"])} {Text(manifest["kind"])} {Text(manifest["metadata"]?["namespace"])}/{Text(manifest["metadata"]?["name"])}";

    private static string? Text(JsonNode? node) => (string?)node;
}
