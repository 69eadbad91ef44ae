using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Kubernetes.Patches;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>A patch of an object or of its status.</summary>
internal static class PatchAction
{
    private const string Json = "application/json-patch+json";
    private const string Merge = "application/merge-patch+json";
    private const string Strategic = "application/strategic-merge-patch+json";

    /// <exception cref="StatusException">It does not apply.</exception>
    public static StoredObject Apply(KubernetesStore store, ApiPath path, string mediaType, JsonNode? patch)
    {
        var apply = Applier(path.Kind, mediaType, patch);
        return store.Update(path.Kind, path.Name!, path.Namespace ?? "", current =>
        {
            var patched = (JsonObject)current.DeepClone();
            try
            {
                apply(patched);
            }
            catch (JsonPatchException)
            {
                throw Statuses.PatchDoesNotApply();
            }

            return Confine(path, current, patched);
        });
    }

    private static Action<JsonObject> Applier(ResourceKind kind, string mediaType, JsonNode? patch)
        => mediaType switch
        {
            Json => target => JsonPatch.Apply(target, patch),
            Merge => Merging(patch, MergePatch.Apply),
            Strategic when !kind.IsCustom => Merging(patch, StrategicMergePatch.Apply),
            _ => throw Statuses.UnsupportedMediaType(
                kind.IsCustom ? [Json, Merge, ApplyAction.MediaType] : [Json, Merge, Strategic, ApplyAction.MediaType]),
        };

    private static Action<JsonObject> Merging(JsonNode? patch, Action<JsonObject, JsonObject> merge)
        => patch is JsonObject fields
            ? target => merge(target, fields)
            : throw Statuses.BadRequest("error decoding patch: a merge patch is an object");

    // What belongs to the other half stays as it is, whatever the patch says. The status of a Node takes its metadata
    // along; that of a custom resource does not.
    private static JsonObject Confine(ApiPath path, JsonObject current, JsonObject patched)
    {
        if (!path.Kind.HasStatus)
        {
            return patched;
        }

        var (kept, taken) = path.Subresource is null ? (patched, current) : (current, patched);
        var next = (JsonObject)kept.DeepClone();
        Copy("status", taken, next);
        if (path.Subresource is null)
        {
            return next;
        }

        if (path.Kind.IsCustom)
        {
            next.Ensure("metadata")["resourceVersion"] = patched.At("metadata", "resourceVersion")?.DeepClone();
        }
        else
        {
            Copy("metadata", patched, next);
        }

        return next;
    }

    private static void Copy(string field, JsonObject from, JsonObject to)
    {
        to.Remove(field);
        if (from[field] is { } value)
        {
            to[field] = value.DeepClone();
        }
    }
}
