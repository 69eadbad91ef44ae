using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Directory;

/// <summary>Counts classes per package; classes of one package mostly come in a row.</summary>
internal sealed class PackageCounter
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private string _folder = string.Empty;
    private int _run;

    public void Add(string className)
    {
        var folder = className.AsSpan(0, Math.Max(0, className.LastIndexOf('/')));
        if (!folder.SequenceEqual(_folder))
        {
            Flush();
            _folder = folder.ToString();
        }

        _run++;
    }

    public IReadOnlyList<JavaPackage> ToPackages()
    {
        Flush();
        return [.. _counts
            .Select(static count => new JavaPackage(count.Key.Replace('/', '.'), count.Value))
            .OrderBy(static package => package.Name, StringComparer.Ordinal)];
    }

    private void Flush()
    {
        if (_run > 0)
        {
            _counts[_folder] = _counts.GetValueOrDefault(_folder) + _run;
            _run = 0;
        }
    }
}
