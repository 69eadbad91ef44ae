using Jarpoint.LocalCloud.Wire;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// What a path names: <c>/api/v1/nodes/NAME/status</c>, <c>/apis/GROUP/v1/PLURAL</c>,
/// <c>/api/v1/namespaces/NS/events</c>.
/// </summary>
/// <param name="Kind">Kind of the object or objects.</param>
/// <param name="Namespace">Null when the path names none.</param>
/// <param name="Name">Null for the collection.</param>
/// <param name="Subresource">Such as <c>status</c>, or null.</param>
internal sealed record ApiPath(ResourceKind Kind, string? Namespace, string? Name, string? Subresource)
{
    /// <summary>Null when the API serves no such resource.</summary>
    public static ApiPath? Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => RawTarget.Decode(part) ?? "")
            .ToArray();
        return parts switch
        {
            ["api", var version, .. var rest] => OfGroup("", version, rest),
            ["apis", var group, var version, .. var rest] => OfGroup(group, version, rest),
            _ => null,
        };
    }

    private static ApiPath? OfGroup(string group, string version, string[] rest)
        => rest switch
        {
            ["namespaces", var ns, var plural, .. var name] when Find(group, version, plural) is { Namespaced: true } kind
                => OfKind(kind, ns, name),
            [var plural, .. var name] when Find(group, version, plural) is { } kind
                => kind.Namespaced && name.Length > 0 ? null : OfKind(kind, null, name),
            _ => null,
        };

    private static ApiPath? OfKind(ResourceKind kind, string? ns, string[] name)
        => name switch
        {
            [] => new ApiPath(kind, ns, null, null),
            [var only] => new ApiPath(kind, ns, only, null),
            [var only, "status"] when kind.HasStatus => new ApiPath(kind, ns, only, "status"),
            _ => null,
        };

    private static ResourceKind? Find(string group, string version, string plural)
        => ResourceKind.All.FirstOrDefault(
            kind => kind.Group == group && kind.Version == version && kind.Plural == plural);
}
