using Jarpoint.Tests;

namespace Jarpoint.Functions.Tests.Events;

/// <summary>A sample of <c>events/</c>, by its path in that folder.</summary>
internal static class EventFile
{
    private static readonly string Root = Path.Combine(Repository.Root, "events");

    public static IEnumerable<string> All()
        => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path))
            .Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));
}
