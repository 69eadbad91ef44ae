using Jarpoint.Jars.Description;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Tests.Support;

/// <summary>Reads jars from memory.</summary>
internal static class Reads
{
    /// <summary>Options under which even a tiny jar is read as a large one.</summary>
    public static readonly JarReaderOptions Streaming = new() { WholeUpTo = 0 };

    public static readonly JarReaderOptions Ranges = new() { WholeUpTo = 0, Depth = JarReadDepth.Ranges };

    public static async Task<JarReadOutcome> ReadAsync(byte[] jar, string fileName = "some.jar",
        JarReaderOptions? options = null)
        => await new JarReader(options ?? new JarReaderOptions())
            .ReadAsync(new MemoryJarSource(jar), fileName, TestContext.Current.CancellationToken);

    public static async Task<JarDescription> DescribeAsync(TestJar jar, string fileName = "some.jar",
        JarReaderOptions? options = null)
        => (await ReadAsync(jar.ToBytes(), fileName, options)).ShouldBeOfType<JarReadOutcome.Described>().Description;

    public static async Task<JarReadOutcome.Rejected> RejectAsync(byte[] jar, JarReaderOptions? options = null)
        => (await ReadAsync(jar, options: options)).ShouldBeOfType<JarReadOutcome.Rejected>();

    public static IEnumerable<string> Codes(this JarDescription jar)
        => jar.Warnings.Select(static warning => warning.Code);
}
