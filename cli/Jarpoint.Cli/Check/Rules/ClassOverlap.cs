using Jarpoint.Catalog.Classes;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Check.Rules;

/// <summary>Classes that two jars of a job both have.</summary>
/// <param name="First">The jar that is named first.</param>
/// <param name="Second">The other.</param>
/// <param name="Differing">Names of classes with other bytes.</param>
/// <param name="Same">Names of classes with the same bytes.</param>
internal sealed record ClassOverlap(
    CheckedJar First, CheckedJar Second, IReadOnlyList<string> Differing, IReadOnlyList<string> Same)
{
    private const int Named = 3;

    /// <summary>Every pair of jars that share a class. Versions of one artifact are left to a rule of their own.</summary>
    public static IEnumerable<ClassOverlap> Of(CheckedJob job)
    {
        var holders = new Dictionary<string, List<(int Jar, uint Crc)>>(StringComparer.Ordinal);
        var jars = job.Described.ToList();
        foreach (var (place, jar) in jars.Index())
        {
            foreach (var one in Loadable(jar.Jar!))
            {
                (holders.TryGetValue(one.Name, out var held) ? held : holders[one.Name] = []).Add((place, one.Crc));
            }
        }

        return holders.Where(static holder => holder.Value.Count > 1)
            .SelectMany(holder => Pairs(holder.Key, holder.Value))
            .GroupBy(static pair => (pair.First, pair.Second))
            .OrderBy(static pairs => pairs.Key)
            .Select(pairs => new ClassOverlap(
                jars[pairs.Key.First],
                jars[pairs.Key.Second],
                [.. pairs.Where(static pair => !pair.Same).Select(static pair => pair.Name).Order(StringComparer.Ordinal)],
                [.. pairs.Where(static pair => pair.Same).Select(static pair => pair.Name).Order(StringComparer.Ordinal)]))
            .Where(static overlap => !IsOneArtifact(overlap.First, overlap.Second));
    }

    /// <summary>Some of the names, and how many more there are.</summary>
    public static string Text(IReadOnlyList<string> names)
        => string.Join(", ", names.Take(Named).Select(static name => ClassName.Of(name).ToString()))
            + (names.Count > Named ? $" and {names.Count - Named} more" : "");

    // A name that a jar has twice counts once.
    private static IEnumerable<ClassEntry> Loadable(JarDescription jar)
        => jar.Classes.Where(static one => ClassName.IsLoadable(one.Name)).DistinctBy(static one => one.Name);

    private static IEnumerable<(int First, int Second, string Name, bool Same)> Pairs(
        string name, List<(int Jar, uint Crc)> held)
        => held.SelectMany((first, i) => held.Skip(i + 1)
            .Select(second => (first.Jar, second.Jar, name, first.Crc == second.Crc)));

    private static bool IsOneArtifact(CheckedJar first, CheckedJar second)
        => first.GroupId is not null && first.Version != second.Version
            && (first.GroupId, first.ArtifactId) == (second.GroupId, second.ArtifactId);
}
