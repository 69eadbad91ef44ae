namespace Jarpoint.LocalCloud.Kubernetes.Patches;

/// <summary>
/// The lists that merge by a key, of all kinds together: a path means the same wherever it is. Those of strategic merge
/// and of server-side apply are the same here.
/// https://github.com/kubernetes/api/blob/release-1.32 (patchMergeKey, listMapKey)
/// </summary>
internal static class MergeKeys
{
    private const string Pod = "/spec/template/spec";

    // The empty key stands for a list of plain values.
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["/status/conditions"] = "type",
        ["/status/addresses"] = "type",
        ["/metadata/ownerReferences"] = "uid",
        ["/metadata/finalizers"] = "",
        ["/spec/podCIDRs"] = "",
        ["/secrets"] = "name",
        ["/imagePullSecrets"] = "name",
        ["/spec/matchConditions"] = "name",
        ["/spec/variables"] = "name",
        [$"{Pod}/imagePullSecrets"] = "name",
        [$"{Pod}/volumes"] = "name",
        [$"{Pod}/containers"] = "name",
        [$"{Pod}/containers/env"] = "name",
        [$"{Pod}/containers/ports"] = "containerPort",
        [$"{Pod}/containers/volumeMounts"] = "mountPath",
        [$"{Pod}/initContainers"] = "name",
        [$"{Pod}/initContainers/env"] = "name",
        [$"{Pod}/initContainers/volumeMounts"] = "mountPath",
    };

    /// <param name="path">Fields from the root, without the items of lists on the way.</param>
    /// <returns>Null for a list that is replaced whole.</returns>
    public static string? Of(string path) => Keys.GetValueOrDefault(path);
}
