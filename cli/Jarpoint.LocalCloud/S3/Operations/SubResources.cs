using System.Collections.Frozen;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>
/// The query parameters that make another operation of a request, with what they add to its name: one that is not
/// emulated is refused, not taken for a parameter and ignored.
/// </summary>
internal static class SubResources
{
    public static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["accelerate"] = "AccelerateConfiguration",
        ["acl"] = "Acl",
        ["analytics"] = "AnalyticsConfiguration",
        ["attributes"] = "Attributes",
        ["cors"] = "Cors",
        ["delete"] = "Delete",
        ["encryption"] = "Encryption",
        ["intelligent-tiering"] = "IntelligentTieringConfiguration",
        ["inventory"] = "InventoryConfiguration",
        ["legal-hold"] = "LegalHold",
        ["lifecycle"] = "LifecycleConfiguration",
        ["list-type"] = "ListType",
        ["location"] = "Location",
        ["logging"] = "Logging",
        ["metrics"] = "MetricsConfiguration",
        ["notification"] = "NotificationConfiguration",
        ["object-lock"] = "ObjectLockConfiguration",
        ["ownershipControls"] = "OwnershipControls",
        ["policy"] = "Policy",
        ["policyStatus"] = "PolicyStatus",
        ["publicAccessBlock"] = "PublicAccessBlock",
        ["renameObject"] = "Rename",
        ["replication"] = "Replication",
        ["requestPayment"] = "RequestPayment",
        ["restore"] = "Restore",
        ["retention"] = "Retention",
        ["select"] = "SelectContent",
        ["session"] = "Session",
        ["tagging"] = "Tagging",
        ["torrent"] = "Torrent",
        ["uploadId"] = "Upload",
        ["uploads"] = "Uploads",
        ["versioning"] = "Versioning",
        ["versions"] = "Versions",
        ["website"] = "Website",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
