using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Selectors;

/// <summary>
/// <c>metadata.name=a,involvedObject.kind!=Pod</c>: fields joined by and. Every kind has its own few fields.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/field-selectors/
/// </summary>
internal sealed class FieldSelector
{
    private static readonly string[] OfEvents =
    [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
        "reason", "type",
    ];

    private static readonly string[] OfPods = ["spec.nodeName", "status.phase"];

    private readonly List<(string[] Path, string Value, bool Equal)> requirements = [];

    private FieldSelector()
    {
    }

    /// <exception cref="StatusException">400.</exception>
    public static FieldSelector Parse(string text, ResourceKind kind)
    {
        var selector = new FieldSelector();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw Statuses.BadRequest($"invalid selector: '{part}'; can't understand '{part}'");
            }

            var negated = part[equals - 1] == '!';
            var field = part[..(negated ? equals - 1 : equals)].Trim();
            if (!Knows(kind, field))
            {
                throw Statuses.BadRequest($"field label not supported: {field}");
            }

            selector.requirements.Add((field.Split('.'), part[equals..].TrimStart('=').Trim(), !negated));
        }

        return selector;
    }

    public bool Matches(StoredObject candidate)
    {
        JsonObject? document = null;
        foreach (var (path, value, equal) in requirements)
        {
            var found = path is ["metadata", "name"] ? candidate.Name
                : path is ["metadata", "namespace"] ? candidate.Namespace
                : (document ??= candidate.Document()).Text(path) ?? "";
            if (found == value != equal)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Knows(ResourceKind kind, string field)
        => field is "metadata.name" or "metadata.namespace"
            || (kind == ResourceKind.Events && OfEvents.Contains(field))
            || (kind == ResourceKind.Pods && OfPods.Contains(field));
}
