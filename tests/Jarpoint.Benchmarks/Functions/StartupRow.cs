namespace Jarpoint.Benchmarks.Functions;

/// <summary>How one build of <c>bootstrap</c> starts.</summary>
/// <param name="Build">Name of the build.</param>
/// <param name="Milliseconds">Median from exec to the first <c>invocation/next</c>.</param>
/// <param name="MebibytesResident">Median resident set at that moment.</param>
/// <param name="MebibytesOnDisk">Size of the folder it runs from.</param>
internal sealed record StartupRow(string Build, double Milliseconds, double MebibytesResident, double MebibytesOnDisk);
