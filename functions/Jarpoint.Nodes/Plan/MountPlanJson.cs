namespace Jarpoint.Nodes.Plan;

/// <summary>The mount plan as configuration has it.</summary>
public static class MountPlanJson
{
    /// <exception cref="InvalidMountPlanException">With every fault of the text.</exception>
    public static MountPlan Parse(string json) => throw new NotSupportedException(json);
}
