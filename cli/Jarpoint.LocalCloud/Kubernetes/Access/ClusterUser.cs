namespace Jarpoint.LocalCloud.Kubernetes.Access;

/// <summary>Who makes a request.</summary>
/// <param name="Name">As Kubernetes calls them.</param>
/// <param name="Rules">What they may do; null for everything.</param>
internal sealed record ClusterUser(string Name, IReadOnlyList<AccessRule>? Rules)
{
    /// <exception cref="StatusException">403.</exception>
    public void Demand(string verb, ResourceKind kind, string? subresource, string? name)
    {
        var resource = subresource is null ? kind.Plural : $"{kind.Plural}/{subresource}";
        if (Rules?.Any(rule => rule.Allows(verb, kind.Group, resource)) == false)
        {
            throw Statuses.Forbidden(
                kind,
                name,
                $"User \"{Name}\" cannot {verb} resource \"{resource}\" in API group \"{kind.Group}\" "
                + "at the cluster scope");
        }
    }
}
