namespace Jarpoint.LocalCloud.Kubernetes.Access;

/// <summary>
/// A rule of a ClusterRole: these verbs on these resources. A star stands for all.
/// https://kubernetes.io/docs/reference/access-authn-authz/rbac/
/// </summary>
/// <param name="Verbs">Such as <c>get</c>, <c>list</c>, <c>patch</c>.</param>
/// <param name="Groups">API groups; the core group is the empty text.</param>
/// <param name="Resources">Such as <c>nodes</c> and <c>nodes/status</c>.</param>
public sealed record AccessRule(
    IReadOnlyList<string> Verbs, IReadOnlyList<string> Groups, IReadOnlyList<string> Resources)
{
    internal bool Allows(string verb, string group, string resource)
        => Has(Verbs, verb) && Has(Groups, group) && Has(Resources, resource);

    private static bool Has(IReadOnlyList<string> allowed, string wanted)
        => allowed.Contains("*", StringComparer.Ordinal) || allowed.Contains(wanted, StringComparer.Ordinal);
}
