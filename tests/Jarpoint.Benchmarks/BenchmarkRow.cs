namespace Jarpoint.Benchmarks;

/// <summary>One measured figure beside what it must reach.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Ratio">Against a peer of the same run, or empty.</param>
/// <param name="Target">What it must reach, or empty.</param>
/// <param name="Reached">Null without a target.</param>
public sealed record BenchmarkRow(
    string Name, string Value, string Ratio = "", string Target = "", bool? Reached = null);
