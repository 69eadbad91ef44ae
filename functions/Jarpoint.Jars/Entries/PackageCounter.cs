using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Entries;

/// <summary>Counts classes per package; classes of one package mostly come in a row.</summary>
internal sealed class PackageCounter
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private string folder = string.Empty;
    private int run;

    public void Add(string className)
    {
        var next = className.AsSpan(0, Math.Max(0, className.LastIndexOf('/')));
        if (!next.SequenceEqual(folder))
        {
            Flush();
            folder = next.ToString();
        }

        run++;
    }

    public IReadOnlyList<JavaPackage> ToPackages()
    {
        Flush();
        return [.. counts
            .Select(static count => new JavaPackage(count.Key.Replace('/', '.'), count.Value))
            .OrderBy(static package => package.Name, StringComparer.Ordinal)];
    }

    private void Flush()
    {
        if (run > 0)
        {
            counts[folder] = counts.GetValueOrDefault(folder) + run;
            run = 0;
        }
    }
}
