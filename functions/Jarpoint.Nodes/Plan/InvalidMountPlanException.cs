namespace Jarpoint.Nodes.Plan;

/// <summary>A mount plan that cannot be carried out.</summary>
public sealed class InvalidMountPlanException(IReadOnlyList<string> faults)
    : Exception($"The mount plan is not valid: {string.Join(" ", faults)}")
{
    /// <summary>Every fault, each a sentence that names pool, mount and value.</summary>
    public IReadOnlyList<string> Faults => faults;
}
