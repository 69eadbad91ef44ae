namespace Jarpoint.Benchmarks.Jars;

/// <summary>One line of the benchmark's table.</summary>
/// <param name="Name">What read the jars.</param>
/// <param name="Seconds">Median wall-clock time for all jars.</param>
/// <param name="Ratio">Jars per second of Jarpoint over those of this row.</param>
internal sealed record JarBenchmarkRow(string Name, double Seconds, double Ratio);
