using System.Text.Json;

namespace Jarpoint.Nodes.Plan;

/// <summary>
/// The mount plan as configuration has it:
/// <c>{"pools":{"spark":[{"bucket":"b","prefix":"jars/","mountpoint":"/mnt/jarpoint/s3","settings":{"cache-mib":"4096"}}]}}</c>.
/// </summary>
public static class MountPlanJson
{
    /// <exception cref="InvalidMountPlanException">With every fault of the text.</exception>
    public static MountPlan Parse(string json)
    {
        using var document = Read(json);
        try
        {
            return Parse(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: well-formed JSON, but no text.
            throw new InvalidMountPlanException(["It holds half a surrogate pair, which is no text."]);
        }
    }

    private static MountPlan Parse(JsonElement root)
    {
        var faults = new List<string>();
        var pools = new Dictionary<string, IReadOnlyList<MountSpec>>();
        foreach (var top in MembersOf(root, "The mount plan", faults))
        {
            if (top.Name != "pools")
            {
                faults.Add($"The mount plan has a member '{top.Name}', but only 'pools' is known.");
                continue;
            }

            foreach (var pool in MembersOf(top.Value, "'pools'", faults))
            {
                var mounts = MountsOf(pool, faults);
                faults.AddRange(MountPlanRules.FaultsOf(pool.Name, mounts));
                if (!pools.TryAdd(pool.Name, mounts))
                {
                    faults.Add($"Pool '{pool.Name}' is there twice.");
                }
            }
        }

        if (faults.Count == 0 && pools.Count == 0)
        {
            faults.Add("The mount plan names no pool.");
        }

        return faults.Count == 0 ? new MountPlan(pools) : throw new InvalidMountPlanException(faults);
    }

    private static JsonDocument Read(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InvalidMountPlanException([$"It is no JSON: {e.Message}"]);
        }
    }

    private static JsonElement.ObjectEnumerator MembersOf(JsonElement element, string what, List<string> faults)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            return element.EnumerateObject();
        }

        faults.Add($"{what} must be an object.");
        return default;
    }

    private static List<MountSpec> MountsOf(JsonProperty pool, List<string> faults)
    {
        if (pool.Value.ValueKind is not JsonValueKind.Array)
        {
            faults.Add($"Pool '{pool.Name}' must be an array of mounts.");
            return [];
        }

        return [.. pool.Value.EnumerateArray().Select(mount => MountOf(mount, $"A mount of pool '{pool.Name}'", faults))];
    }

    private static MountSpec MountOf(JsonElement element, string what, List<string> faults)
    {
        var mount = new MountSpec { Bucket = string.Empty };
        foreach (var member in MembersOf(element, what, faults))
        {
            mount = member.Name switch
            {
                "bucket" => mount with { Bucket = TextOf(member, what, faults) },
                "prefix" => mount with { Prefix = TextOf(member, what, faults) },
                "mountpoint" => mount with { Mountpoint = TextOf(member, what, faults) },
                "settings" => mount with { Settings = SettingsOf(member.Value, what, faults) },
                _ => Unknown(mount, member.Name, what, faults),
            };
        }

        return mount;
    }

    private static MountSpec Unknown(MountSpec mount, string name, string what, List<string> faults)
    {
        faults.Add($"{what} has a member '{name}', but only bucket, prefix, mountpoint and settings are known.");
        return mount;
    }

    private static Dictionary<string, string> SettingsOf(JsonElement element, string what, List<string> faults)
    {
        var settings = new Dictionary<string, string>();
        foreach (var member in MembersOf(element, $"The settings of {what}", faults))
        {
            settings[member.Name] = TextOf(member, what, faults);
        }

        return settings;
    }

    private static string TextOf(JsonProperty member, string what, List<string> faults)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.String:
                return member.Value.GetString() ?? string.Empty;
            case JsonValueKind.Number:
                return member.Value.GetRawText();
            default:
                faults.Add($"{what}: '{member.Name}' must be a text.");
                return string.Empty;
        }
    }
}
