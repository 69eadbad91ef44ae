using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster.Wire;

namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>Builds the requests for objects of any kind.</summary>
internal static class ObjectCalls
{
    /// <summary>Whose fields are in managedFields.</summary>
    public const string FieldManager = "jarpoint";

    public static KubernetesCall Get(ApiResource resource, ManifestObject manifest)
        => new(HttpMethod.Get, resource.PathOf(manifest), "get", resource.Qualified, manifest.Name);

    /// <summary>
    /// Server-side apply: what others have set is taken over where the manifest says otherwise, and a field the API
    /// does not know is an error and not a loss. https://kubernetes.io/docs/reference/using-api/server-side-apply/
    /// </summary>
    public static KubernetesCall Apply(ApiResource resource, ManifestObject manifest, JsonObject document)
        => new(
            HttpMethod.Patch,
            $"{resource.PathOf(manifest)}?fieldManager={FieldManager}&force=true&fieldValidation=Strict",
            "patch",
            resource.Qualified,
            manifest.Name)
        {
            // JSON is YAML.
            Body = Encoding.UTF8.GetBytes(document.ToJsonString()),
            ContentType = "application/apply-patch+yaml",
        };

    public static KubernetesCall Delete(ApiResource resource, ManifestObject manifest, string uid)
        => new(HttpMethod.Delete, resource.PathOf(manifest), "delete", resource.Qualified, manifest.Name)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(
                DeleteOptionsJson.Of(uid), KubernetesJson.Default.DeleteOptionsJson),
            ContentType = "application/json",
        };
}
