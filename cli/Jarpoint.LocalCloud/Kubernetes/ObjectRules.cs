using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>What every write must obey, and what admission adds. Unknown fields are kept.</summary>
internal static partial class ObjectRules
{
    public const string NotReadyTaint = "node.kubernetes.io/not-ready";

    private static readonly string[] Effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    public static void PrepareForCreate(ResourceKind kind, JsonObject document)
    {
        var metadata = document.Ensure("metadata");
        if (metadata.Text("name") is not { Length: > 0 } && metadata.Text("generateName") is { Length: > 0 })
        {
            DrawName(metadata);
        }

        if (metadata.Text("name") is not { } name || !NameShape().IsMatch(name) || name.Length > 253)
        {
            throw Statuses.Invalid(
                kind, metadata.Text("name") ?? "", "metadata.name", "Required value: a lowercase RFC 1123 subdomain");
        }

        if (metadata.ContainsKey("resourceVersion"))
        {
            throw Statuses.BadRequest("resourceVersion should not be set on objects to be created");
        }

        document["kind"] = kind.Kind;
        document["apiVersion"] = kind.ApiVersion;
        if (kind == ResourceKind.Nodes)
        {
            CheckTaints(document, name);
            AdmitNode(document);
        }
    }

    /// <summary>Another name after <c>metadata.generateName</c>.</summary>
    public static void DrawName(JsonObject metadata)
        => metadata["name"] = metadata.Text("generateName")
            + RandomNumberGenerator.GetString("bcdfghjklmnpqrstvwxz2456789", 5);

    /// <summary>Throws when the next state may not follow the current one.</summary>
    public static void CheckUpdate(StoredObject before, JsonObject current, JsonObject next)
    {
        if (next.Text("metadata", "resourceVersion") is { Length: > 0 } expected
            && expected != current.Text("metadata", "resourceVersion"))
        {
            throw Statuses.Modified(before.Kind, before.Name);
        }

        foreach (var field in (ReadOnlySpan<string>)
            ["name", "namespace", "uid", "creationTimestamp", "deletionTimestamp"])
        {
            if (next.Text("metadata", field) != current.Text("metadata", field))
            {
                throw Statuses.Invalid(
                    before.Kind, before.Name, $"metadata.{field}", "Invalid value: field is immutable");
            }
        }

        if (before.Kind != ResourceKind.Nodes)
        {
            return;
        }

        if (current.Text("spec", "providerID") is { Length: > 0 } provider
            && next.Text("spec", "providerID") != provider)
        {
            throw Statuses.Invalid(
                before.Kind,
                before.Name,
                "spec.providerID",
                "Forbidden: node updates may not change providerID except from \"\" to valid");
        }

        CheckTaints(next, before.Name);
    }

    // The TaintNodesByCondition admission: no node is taken for ready before its kubelet says so.
    private static void AdmitNode(JsonObject node)
    {
        var spec = node.Ensure("spec");
        var taints = spec.List("taints");
        if (taints is null)
        {
            spec["taints"] = taints = [];
        }

        if (!taints.Any(static taint => taint.Text("key") == NotReadyTaint))
        {
            taints.Add((JsonNode)new JsonObject { ["key"] = NotReadyTaint, ["effect"] = "NoSchedule" });
        }
    }

    private static void CheckTaints(JsonObject node, string name)
    {
        var seen = new HashSet<(string?, string?)>();
        var taints = node.List("spec", "taints") ?? [];
        for (var i = 0; i < taints.Count; i++)
        {
            var (key, effect) = (taints[i].Text("key"), taints[i].Text("effect"));
            if (string.IsNullOrEmpty(key))
            {
                throw Statuses.Invalid(ResourceKind.Nodes, name, $"metadata.taints[{i}].key", "Required value");
            }

            if (!Effects.Contains(effect))
            {
                throw Statuses.Invalid(
                    ResourceKind.Nodes, name, $"metadata.taints[{i}].effect", $"Unsupported value: \"{effect}\"");
            }

            if (!seen.Add((key, effect)))
            {
                throw Statuses.Invalid(
                    ResourceKind.Nodes,
                    name,
                    $"metadata.taints[{i}]",
                    "Duplicate value: taints must be unique by key and effect pair");
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9.]*[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();
}
