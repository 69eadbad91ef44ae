namespace Jarpoint.Functions.Handlers.Manifests;

/// <summary>What others need comes first: definitions, namespaces, identities and their rights, configuration, workloads.</summary>
internal static class InstallOrder
{
    public const string Definition = "CustomResourceDefinition";

    private static readonly string[] First =
    [
        Definition, "Namespace", "PriorityClass", "StorageClass", "ServiceAccount",
        "ClusterRole", "Role", "ClusterRoleBinding", "RoleBinding",
        // Before its policy a binding binds nothing; before its binding a policy forbids nothing.
        "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
        "Secret", "ConfigMap", "PersistentVolume", "PersistentVolumeClaim", "Service", "EC2NodeClass",
    ];

    private static readonly string[] Last = ["NodePool", "Pod", "DaemonSet", "Deployment", "StatefulSet", "Job", "CronJob"];

    /// <summary>Lower comes earlier. A kind that is not known comes before the workloads.</summary>
    public static int RankOf(string kind)
        => Array.IndexOf(First, kind) is >= 0 and var early ? early : First.Length + 1 + Array.IndexOf(Last, kind);
}
