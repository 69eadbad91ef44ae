using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Classes;

/// <summary>What somebody looks for: a simple name or a qualified one, as a whole or the beginning of it.</summary>
public sealed record ClassQuery
{
    private const string Extension = ".class";

    private ClassQuery()
    {
    }

    /// <summary>The simple name, or how it begins; empty for every class of a package.</summary>
    public required string Simple { get; init; }

    /// <summary>With slashes; null when only a simple name is given.</summary>
    public string? Package { get; init; }

    /// <summary>Whether the simple name may go on.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>Reads <c>Name</c>, <c>a.b.Name</c>, <c>a/b/Name</c> or <c>a/b/Name.class</c>, each with a star at its end.</summary>
    /// <returns>Null when the text is none of them.</returns>
    public static ClassQuery? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isPrefix = text.EndsWith('*');
        var name = isPrefix ? text[..^1] : text;
        name = !isPrefix && name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : name;
        var path = name.Contains('/', StringComparison.Ordinal) ? name : name.Replace('.', '/');
        var slash = path.LastIndexOf('/');
        var query = new ClassQuery
        {
            Simple = path[(slash + 1)..],
            Package = slash < 0 ? null : path[..slash],
            IsPrefix = isPrefix,
        };
        var names = path.Split('/');
        var wellFormed = names.Index().All(part => part.Item.Length > 0 || (isPrefix && part.Index > 0 && part.Index == names.Length - 1));
        return wellFormed && !name.Contains('*', StringComparison.Ordinal) ? query : null;
    }

    public bool Matches(ClassName name)
        => (Package is null || name.Package == Package)
            && (IsPrefix ? name.Simple.StartsWith(Simple, StringComparison.Ordinal) : name.Simple == Simple);

    /// <summary>Whether names that match may lie in a range of simple names; null is no limit.</summary>
    internal bool MayBeIn(string? first, string? next)
        => (next is null || KeyOrder.Instance.Compare(Simple, next) < 0)
            && (first is null || KeyOrder.Instance.Compare(Simple, first) >= 0
                || (IsPrefix && first.StartsWith(Simple, StringComparison.Ordinal)));
}
