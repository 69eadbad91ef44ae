namespace Jarpoint.Jars.Tests.RealJars;

/// <summary>The reviewed descriptions, by label and digest.</summary>
internal static class SnapshotBlocks
{
    private const string DigestLine = "  sha256: ";

    public static IReadOnlyDictionary<(string Label, string Digest), string> Parse(string snapshot)
        => snapshot.Split("\n\n")
            .Select(static block => block.TrimEnd('\n') + "\n")
            .ToDictionary(static block => (block[..block.IndexOf('\n', StringComparison.Ordinal)], Digest(block)));

    public static string Digest(string block)
        => block.Split('\n')
            .First(static line => line.StartsWith(DigestLine, StringComparison.Ordinal))[DigestLine.Length..];
}
