using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Classes;

/// <summary>The name of a class: a nested one is <c>Outer$Nested</c>. Sorts by the simple name, then by the package.</summary>
/// <param name="Simple">The part after the last slash.</param>
/// <param name="Package">The part before it, with slashes; empty for the unnamed package.</param>
public readonly record struct ClassName(string Simple, string Package) : IComparable<ClassName>
{
    private const string Versioned = "META-INF/versions/";

    public static bool operator <(ClassName left, ClassName right) => left.CompareTo(right) < 0;

    public static bool operator >(ClassName left, ClassName right) => left.CompareTo(right) > 0;

    public static bool operator <=(ClassName left, ClassName right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ClassName left, ClassName right) => left.CompareTo(right) >= 0;

    /// <summary>Of an entry without its <c>.class</c>.</summary>
    public static ClassName Of(string entry)
    {
        var slash = entry.LastIndexOf('/');
        return slash < 0 ? new ClassName(entry, "") : new ClassName(entry[(slash + 1)..], entry[..slash]);
    }

    /// <summary>
    /// Whether a loader of classes may look for the entry under its own name. Not so for descriptors, which every jar may
    /// have, and for the copies that a multi-release jar keeps for later releases of Java.
    /// </summary>
    public static bool IsLoadable(string entry)
        => !entry.StartsWith(Versioned, StringComparison.Ordinal)
            && !entry.EndsWith("module-info", StringComparison.Ordinal)
            && !entry.EndsWith("package-info", StringComparison.Ordinal);

    public int CompareTo(ClassName other)
    {
        var order = KeyOrder.Instance.Compare(Simple, other.Simple);
        return order != 0 ? order : KeyOrder.Instance.Compare(Package, other.Package);
    }

    /// <summary>With dots, as Java writes it.</summary>
    public override string ToString() => Package.Length == 0 ? Simple : $"{Package.Replace('/', '.')}.{Simple}";
}
