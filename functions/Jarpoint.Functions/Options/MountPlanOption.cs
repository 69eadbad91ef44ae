using System.Text.Json;
using Jarpoint.Nodes.Plan;

namespace Jarpoint.Functions.Options;

/// <summary>The mount plan: given, or every pool mounts the one bucket there is.</summary>
internal static class MountPlanOption
{
    private static readonly MountPlan Nothing = new(new Dictionary<string, IReadOnlyList<MountSpec>>());

    public static MountPlan Read(OptionsReader reader)
    {
        if (reader.Text(OptionNames.MountPlan) is { } json)
        {
            return Parse(reader, OptionNames.MountPlan, json);
        }

        if (reader.Text(OptionNames.Bucket) is { } bucket)
        {
            return Parse(
                reader,
                OptionNames.Bucket,
                $$$"""{"pools":{"{{{MountPlan.EveryOtherPool}}}":[{"bucket":"{{{JsonEncodedText.Encode(bucket)}}}"}]}}""");
        }

        reader.Fault($"{OptionNames.MountPlan} is required and not set, and there is no {OptionNames.Bucket} to mount instead");
        return Nothing;
    }

    private static MountPlan Parse(OptionsReader reader, string name, string json)
    {
        try
        {
            return MountPlanJson.Parse(json);
        }
        catch (InvalidMountPlanException e)
        {
            foreach (var fault in e.Faults)
            {
                reader.Fault($"{name}: {fault}");
            }

            return Nothing;
        }
    }
}
