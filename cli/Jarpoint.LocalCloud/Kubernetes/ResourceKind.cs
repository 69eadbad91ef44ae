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

    public static IReadOnlyList<ResourceKind> All { get; } = [Nodes, Events, Pods, NodeClaims];

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The name in messages, such as <c>nodeclaims.karpenter.sh</c>.</summary>
    public string Qualified => Group.Length == 0 ? Plural : $"{Plural}.{Group}";
}
