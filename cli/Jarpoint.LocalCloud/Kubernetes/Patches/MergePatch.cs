using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Patches;

/// <summary>RFC 7386: null takes away, objects merge, everything else replaces.</summary>
internal static class MergePatch
{
    public static void Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            switch (value)
            {
                case null:
                    target.Remove(name);
                    break;
                case JsonObject child:
                    Apply(target.Ensure(name), child);
                    break;
                default:
                    target[name] = value.DeepClone();
                    break;
            }
        }
    }
}
