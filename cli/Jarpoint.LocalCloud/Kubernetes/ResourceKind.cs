namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>A kind of object the API serves.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
/// <param name="Plural">The name in paths.</param>
/// <param name="Kind">The name in objects.</param>
/// <param name="Namespaced">Objects live in namespaces.</param>
/// <param name="HasStatus">There is a subresource <c>status</c>.</param>
/// <param name="IsCustom">Defined by a CustomResourceDefinition: no strategic merge, the strict status subresource.</param>
public sealed record ResourceKind(
    string Group, string Version, string Plural, string Kind, bool Namespaced, bool HasStatus, bool IsCustom)
{
    public static ResourceKind Nodes { get; } = new("", "v1", "nodes", "Node", false, HasStatus: true, IsCustom: false);

    public static ResourceKind Events { get; } = new("", "v1", "events", "Event", true, HasStatus: false, IsCustom: false);

    /// <summary>There never are any; <c>kubectl describe node</c> lists them.</summary>
    public static ResourceKind Pods { get; } = new("", "v1", "pods", "Pod", true, HasStatus: true, IsCustom: false);

    public static ResourceKind NodeClaims { get; } =
        new("karpenter.sh", "v1", "nodeclaims", "NodeClaim", false, HasStatus: true, IsCustom: true);

    public static ResourceKind Namespaces { get; } =
        new("", "v1", "namespaces", "Namespace", false, HasStatus: true, IsCustom: false);

    /// <summary>
    /// What the product uses itself, and what manifests bring along: these are stored and answered, nothing more. No
    /// controller acts on them, no rule of RBAC or admission in them has an effect, and no field is checked.
    /// </summary>
    public static IReadOnlyList<ResourceKind> All { get; } =
    [
        Nodes, Events, Pods, NodeClaims, Namespaces,
        Stored("", "v1", "serviceaccounts", "ServiceAccount", namespaced: true),
        Stored("", "v1", "configmaps", "ConfigMap", namespaced: true),
        Stored("", "v1", "persistentvolumes", "PersistentVolume", hasStatus: true),
        Stored("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", namespaced: true, hasStatus: true),
        Stored("apps", "v1", "daemonsets", "DaemonSet", namespaced: true, hasStatus: true),
        Stored("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass"),
        Stored("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole"),
        Stored("rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding"),
        Stored("rbac.authorization.k8s.io", "v1", "roles", "Role", namespaced: true),
        Stored("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", namespaced: true),
        Stored(
            "admissionregistration.k8s.io", "v1", "validatingadmissionpolicies", "ValidatingAdmissionPolicy",
            hasStatus: true),
        Stored(
            "admissionregistration.k8s.io", "v1", "validatingadmissionpolicybindings",
            "ValidatingAdmissionPolicyBinding"),
        Stored("karpenter.sh", "v1", "nodepools", "NodePool", hasStatus: true) with { IsCustom = true },
        Stored("karpenter.k8s.aws", "v1", "ec2nodeclasses", "EC2NodeClass", hasStatus: true) with { IsCustom = true },
    ];

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The name in messages, such as <c>nodeclaims.karpenter.sh</c>.</summary>
    public string Qualified => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    private static ResourceKind Stored(
        string group, string version, string plural, string kind, bool namespaced = false, bool hasStatus = false)
        => new(group, version, plural, kind, namespaced, hasStatus, IsCustom: false);
}
